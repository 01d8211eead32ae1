package org.lisolo.server.community.following;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.following.TimelineStore.Stands;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is new of what somebody follows, as it was written, the newest first: nothing is weighed,
 * left out or put in between. Thread-safe.
 */
@Service
public class Timeline {
    /** After so many contributions of others the reader is asked whether to go on. */
    private static final int STRETCHES = 10;

    private final TimelineStore store;
    private final Follows follows;
    private final OneName oneName;
    private final Messages messages;

    Timeline(TimelineStore store, Follows follows, OneName oneName, Messages messages) {
        this.oneName = oneName;
        this.store = store;
        this.follows = follows;
        this.messages = messages;
    }

    /**
     * Some of it.
     *
     * @param next before which the rest stands; empty at the end
     */
    public record Found(List<Row> rows, Optional<UUID> next) {
        /** The address of the rest; empty at the end. */
        String older(String path) {
            return next.map(id -> path + "?before=" + id).orElse("");
        }
    }

    /** Some ids. */
    private record Ids(List<UUID> ids, Optional<UUID> next) {}

    /** What bears a hashtag. */
    Found tagged(String tag, Reader reader, UUID before, int most) {
        return page(store.tagged(tag, reader, before, most + 1), most, reader);
    }

    /**
     * Some of what was found.
     *
     * @param ids one more than are shown, where there are more
     */
    public Found page(List<UUID> ids, int most, Reader reader) {
        Ids some = cut(ids, most);
        return new Found(shown(some.ids(), reader), some.next());
    }

    Found of(Reader reader, UUID before, int most) {
        AccountId who = reader.account().orElseThrow();
        Ids ids =
                follows.count(who) <= TimelineStore.FEW
                        ? cut(store.bySource(reader, who, before, most + 1), most)
                        : byStretches(reader, who, before, most);
        return new Found(underTheirNames(shown(ids.ids(), reader), ids.ids(), who), ids.next());
    }

    /**
     * Whom somebody follows they follow by the name that they know. What is written under another
     * is left out: else it would be told that both are one person.
     */
    private List<Row> underTheirNames(List<Row> rows, List<UUID> ids, AccountId who) {
        Map<ContributionId, AccountId> authors = store.forAuthors(ids, who);
        OneName.Pages pages = oneName.pages(authors.values());
        return rows.stream()
                .filter(
                        row ->
                                !authors.containsKey(row.id())
                                        || !pages.of(
                                                        Optional.ofNullable(authors.get(row.id())),
                                                        row.author())
                                                .isEmpty())
                .toList();
    }

    private static Ids cut(List<UUID> ids, int most) {
        return ids.size() <= most
                ? new Ids(ids, Optional.empty())
                : new Ids(ids.subList(0, most), Optional.of(ids.get(most - 1)));
    }

    private Ids byStretches(Reader reader, AccountId who, UUID before, int most) {
        List<UUID> found = new ArrayList<>();
        UUID from = before;
        for (int i = 0; i < STRETCHES; i++) {
            found.addAll(store.byStretch(reader, who, from, most + 1 - found.size()));
            if (found.size() > most) {
                return cut(found, most);
            }
            Optional<UUID> end = store.endOfStretch(from);
            if (end.isEmpty()) {
                return new Ids(found, Optional.empty());
            }
            from = end.get();
        }
        return new Ids(found, Optional.of(from));
    }

    /** What these contributions are, with their words; what nobody sees any more is left out. */
    public List<Row> shown(List<UUID> ids, Reader reader) {
        return rows(store.stand(ids, reader), reader);
    }

    private List<Row> rows(List<Stands> all, Reader reader) {
        Set<MessageId> wanted = new HashSet<>();
        all.forEach(
                one -> {
                    wanted.add(one.message());
                    wanted.add(one.opening());
                });
        Map<MessageId, Message> words = messages.find(wanted, reader.sight());
        List<Row> rows = new ArrayList<>();
        for (Stands one : all) {
            Message said = words.get(one.message());
            Message opening = words.get(one.opening());
            if (said != null && !said.deleted() && opening != null) {
                rows.add(row(one, said.current(), opening.current()));
            }
        }
        return rows;
    }

    private static Row row(Stands one, MessageEvent said, MessageEvent opening) {
        boolean opens = one.id().equals(one.discussion());
        String path = one.kind().path(one.discussion());
        Words words = Words.of(said, opens);
        return new Row(
                one.id(),
                opens ? path : one.id().path(),
                opens,
                Words.of(opening, true).title(),
                said.author().shown(),
                words.text(),
                words.warning(),
                words.language(),
                one.at());
    }
}
