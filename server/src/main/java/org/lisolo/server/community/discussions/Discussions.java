package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.discussions.DiscussionPages.Row;
import org.lisolo.server.community.discussions.DiscussionPages.Said;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Discussions as a reader finds them, with their words from the log. Thread-safe. */
@Service
public class Discussions {
    private final DiscussionStore store;
    private final Messages messages;
    private final Badges badges;

    Discussions(DiscussionStore store, Messages messages, Badges badges) {
        this.store = store;
        this.messages = messages;
        this.badges = badges;
    }

    /** One that the reader may see. */
    public Discussion find(ContributionId id, Reader reader) {
        return store.find(id, reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** What opened it. */
    public Contribution opening(Discussion about, Reader reader) {
        return store.contribution(about.id(), reader)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** Those in which something was said last, first; some, and whether there are more. */
    public Found latest(
            Reader reader, Optional<SpaceId> space, Optional<Kind> kind, int from, int most) {
        List<Discussion> all = store.latest(reader, space, kind, from, most + 1);
        boolean more = all.size() > most;
        return new Found(rows(more ? all.subList(0, most) : all, reader), more);
    }

    /** What the moderators of a space keep at its top, the newest first. */
    List<Row> pinned(SpaceId space, Reader reader) {
        return rows(store.pinned(space, reader), reader);
    }

    /** Some discussions, and whether there are more. */
    public record Found(List<Row> rows, boolean more) {}

    private List<Row> rows(List<Discussion> all, Reader reader) {
        List<MessageId> ids = all.stream().map(one -> message(one)).toList();
        Map<MessageId, Message> said = messages.find(ids, reader.sight());
        List<Row> rows = new ArrayList<>();
        for (Discussion one : all) {
            Message message = said.get(message(one));
            if (message != null && !message.deleted()) {
                MessageEvent now = message.current();
                rows.add(
                        new Row(
                                one,
                                Objects.requireNonNullElse(now.title(), ""),
                                now.text(),
                                now.author().shown(),
                                Objects.requireNonNullElse(now.language(), "fr")));
            }
        }
        return rows;
    }

    private static MessageId message(Discussion one) {
        return MessageId.of(one.space().channel(), one.path());
    }

    /** What stands in a discussion, that which opens it first. */
    List<Said> said(Discussion about, Reader reader, int from, int most) {
        List<Contribution> all = store.in(about.id(), reader, from, most);
        Map<MessageId, Message> words =
                messages.find(all.stream().map(Contribution::message).toList(), reader.sight());
        Map<AccountId, Badge> verified =
                badges.of(all.stream().flatMap(one -> one.author().stream()).distinct().toList());
        return all.stream()
                .filter(one -> one.hidden() || one.opens() || words.containsKey(one.message()))
                .map(
                        one ->
                                one.hidden()
                                        ? absent(one, false)
                                        : Optional.ofNullable(words.get(one.message()))
                                                .map(
                                                        message ->
                                                                said(
                                                                        one,
                                                                        message,
                                                                        one.author()
                                                                                .map(
                                                                                        verified
                                                                                                ::get)))
                                                .orElseGet(() -> absent(one, true)))
                .toList();
    }

    /**
     * What moderators took from sight leaves its place, and so does what opened a discussion and
     * was forgotten since; nothing of what stood there.
     */
    private static Said absent(Contribution one, boolean forgotten) {
        return new Said(one, "", Optional.empty(), "", "", "fr", false, forgotten);
    }

    private static Said said(Contribution one, Message message, Optional<Badge> badge) {
        MessageEvent now = message.current();
        return new Said(
                one,
                now.author().shown(),
                badge,
                Objects.requireNonNullElse(now.title(), ""),
                message.deleted() ? "" : now.text(),
                Objects.requireNonNullElse(now.language(), "fr"),
                message.edited(),
                message.deleted());
    }
}
