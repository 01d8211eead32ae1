package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Teams;
import org.lisolo.server.people.VisibilityClass;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.conversations.ConversationFilter.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Conversations as lists: filtered, counted, and those that wait for a person. */
@Repository
class ConversationLists {
    private static final String SHOWN =
            """
             from publishing.conversation c
            where c.organisation = :organisation and (:within or c.visibility = 1)
              and (cast(:channel as uuid) is null or c.channel = :channel)
              and (:language = '' or c.language = :language)
              and (cast(:found as uuid[]) is null or exists (
                    select from publishing.conversation_message m
                     where m.conversation = c.id and m.message = any(cast(:found as uuid[]))))
              and case :show
                    when 'OPEN' then c.state = 'OPEN'
                    when 'MINE' then c.state in ('OPEN', 'WAITING')
                         and (c.assignee = :me or c.team = any(cast(:teams as uuid[])))
                    when 'FREE' then c.state = 'OPEN' and c.assignee is null and c.team is null
                    when 'LATE' then c.state in ('OPEN', 'WAITING') and c.due_at < :now
                    else c.state = :show
                  end
            """;

    private final JdbcClient jdbc;
    private final Teams teams;
    private final Clock clock;

    ConversationLists(JdbcClient jdbc, Teams teams, Clock clock) {
        this.jdbc = jdbc;
        this.teams = teams;
        this.clock = clock;
    }

    /**
     * Under way: the earliest promise first; else the latest words first.
     *
     * @param found messages that were searched for; null for all
     */
    List<Conversation> list(
            SignedIn who,
            ConversationFilter filter,
            Optional<Set<MessageId>> found,
            Optional<ConversationCursor> after,
            int most) {
        boolean underWay = filter.show().isUnderWay();
        String key = underWay ? "coalesce(c.due_at, c.last_at)" : "c.last_at";
        String sql =
                """
                select c.* %4$s
                  and (cast(:key as timestamptz) is null
                       or %1$s %2$s :key or %1$s = :key and c.id < :id)
                order by %1$s %3$s, c.id desc limit :most
                """
                        .formatted(key, underWay ? ">" : "<", underWay ? "asc" : "desc", SHOWN);
        return shown(sql, who, filter, found)
                .param(
                        "key",
                        after.map(ConversationCursor::key).orElse(null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after.map(c -> c.id().value()).orElse(null), Types.OTHER)
                .param("most", most)
                .query((row, _) -> ConversationStore.conversation(row))
                .list();
    }

    /** How many each view holds, under the same other filters. */
    Map<Show, Integer> counts(
            SignedIn who, ConversationFilter filter, Optional<Set<MessageId>> found) {
        Map<Show, Integer> counts = new EnumMap<>(Show.class);
        for (Show show : Show.values()) {
            counts.put(show, count(who, filter.showing(show), found));
        }
        return counts;
    }

    int count(SignedIn who, ConversationFilter filter, Optional<Set<MessageId>> found) {
        return shown("select count(*) " + SHOWN, who, filter, found).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec shown(
            String sql, SignedIn who, ConversationFilter filter, Optional<Set<MessageId>> found) {
        return jdbc.sql(sql)
                .param("organisation", who.organisation().value())
                .param("within", seesWithin(who))
                .param("channel", filter.channel().map(ChannelId::value).orElse(null), Types.OTHER)
                .param("language", filter.language())
                .param("found", found.map(ConversationStore::texts).orElse(null))
                .param("show", filter.show().name())
                .param("me", who.account().value())
                .param("teams", ConversationStore.texts(teams.joined(who)))
                .param("now", ConversationStore.utc(clock.instant()));
    }

    /** Whether this person reads what is said to the organisation alone. */
    static boolean seesWithin(SignedIn who) {
        return Action.SEE_CONVERSATIONS.shows(who.roles()).contains(VisibilityClass.ORGANISATION);
    }

    /** The languages that conversations of theirs are in. */
    List<String> languages(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select distinct language from publishing.conversation
                         where organisation = ? and language <> '' order by language
                        """)
                .param(organisation.value())
                .query((row, _) -> row.getString("language"))
                .list();
    }

    /** The newest message of theirs in each. */
    Map<ConversationId, MessageId> newest(Collection<ConversationId> ids) {
        Map<ConversationId, MessageId> newest = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (conversation) conversation, message
                          from publishing.conversation_message
                         where conversation = any(cast(:ids as uuid[])) and not ours
                         order by conversation, said_at desc, message
                        """)
                .param("ids", ConversationStore.texts(ids))
                .query(
                        row -> {
                            newest.put(
                                    new ConversationId(row.getObject(1, UUID.class)),
                                    new MessageId(row.getObject(2, UUID.class)));
                        });
        return newest;
    }
}
