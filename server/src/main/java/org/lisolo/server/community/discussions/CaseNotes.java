package org.lisolo.server.community.discussions;

import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.DiscussionPages.Version;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.words.Markup;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is kept of a case beside the talk: who has read it, and what came of it. Thread-safe. */
@Service
class CaseNotes {
    private static final int MOST_READERS = 200;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Badges badges;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, Messages messages, Badges badges, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.badges = badges;
        this.clock = clock;
    }

    /**
     * Those of verified clinicians who have read it, in that order; the reader is one from now.
     * Whoever presents it is none of them.
     */
    List<Badge> seenBy(Discussion about, Reader reader) {
        reader.account()
                .filter(_ -> reader.professional())
                .ifPresent(
                        account ->
                                jdbc.sql(
                                                """
                                                insert into community.seen (discussion, account, at)
                                                values (?, ?, ?) on conflict do nothing
                                                """)
                                        .params(
                                                about.id().value(),
                                                account.value(),
                                                Timestamp.from(clock.instant()))
                                        .update());
        List<AccountId> accounts =
                jdbc.sql(
                                """
                                select s.account from community.seen s
                                  join community.contribution c on c.id = s.discussion
                                 where s.discussion = ? and s.account is distinct from c.author
                                 order by s.at, s.account limit ?
                                """)
                        .params(about.id().value(), MOST_READERS)
                        .query((row, _) -> new AccountId(row.getObject(1, UUID.class)))
                        .list();
        Map<AccountId, Badge> standing = badges.of(accounts);
        return accounts.stream().map(standing::get).filter(Objects::nonNull).toList();
    }

    /** What whoever opened it says came of it. */
    Optional<Version> summary(Discussion about, Reader reader) {
        return messages.find(Contributions.summary(about), reader.sight())
                .filter(message -> !message.deleted())
                .map(
                        message -> {
                            MessageEvent now = message.current();
                            return new Version(
                                    Words.of(now, false),
                                    Markup.html(now.text()),
                                    now.happenedAt());
                        });
    }
}
