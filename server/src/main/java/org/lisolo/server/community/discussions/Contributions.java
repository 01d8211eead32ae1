package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Writes what people say into the log, and gives it its place here. A form that is sent twice bears
 * the same id and is written once. Thread-safe.
 */
@Service
public class Contributions {
    private static final JsonMapper JSON = new JsonMapper();

    private final Inbox inbox;
    private final DiscussionStore store;
    private final Ids ids;
    private final Clock clock;

    Contributions(Inbox inbox, DiscussionStore store, Ids ids, Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** For a form that is about to be filled in. */
    public ContributionId next() {
        return new ContributionId(ids.next());
    }

    /** Opens a discussion. */
    public Discussion open(Reader reader, Space space, Kind kind, ContributionId id, Words words) {
        mayWrite(reader, space);
        if (kind == Kind.CASE && !(space.cases() && reader.isInside(space))) {
            throw Problem.forbidden("discussions.problem.cases");
        }
        boolean closed = kind == Kind.CASE || !space.isOpen();
        write(reader, space, closed, kind.path(id), words.checkedWithTitle(), null, null);
        return store.find(id, reader).orElseThrow();
    }

    /**
     * Answers something.
     *
     * @param to what stands in the discussion
     */
    public Contribution answer(
            Reader reader,
            Space space,
            Discussion about,
            Contribution to,
            ContributionId id,
            Words words) {
        mayWrite(reader, space);
        write(
                reader,
                space,
                about.closed(),
                Place.nameOfAnswer(id),
                words.checked(),
                to.opens() ? about.path() : Place.nameOfAnswer(to.id()),
                about.path());
        return store.contribution(id, reader).orElseThrow();
    }

    private static void mayWrite(Reader reader, Space space) {
        if (reader.who().isEmpty() || reader.isExcluded(space)) {
            throw Problem.forbidden("discussions.problem.mayNotWrite");
        }
        if (space.isClosedForGood()) {
            throw Problem.of(Problem.Kind.GONE, "discussions.problem.closed");
        }
    }

    private void write(
            Reader reader,
            Space space,
            boolean closed,
            String name,
            Words words,
            @Nullable String inReplyTo,
            @Nullable String root) {
        SignedIn who = reader.who().orElseThrow();
        var now = clock.instant();
        var event =
                new MessageEvent(
                        new EventId(ids.next()),
                        EventKind.CREATED,
                        space.id().channel(),
                        name,
                        new Author(Place.nameOf(who.account()), null, who.displayName()),
                        OrganisationId.NONE,
                        closed ? Visibility.SPACE : Visibility.PUBLIC,
                        words.language(),
                        inReplyTo,
                        root,
                        null,
                        now,
                        now,
                        words.title().isEmpty() ? null : words.title(),
                        words.text(),
                        null,
                        List.of());
        inbox.accept(List.of(new Arrival(event, payload(event))));
        Place.of(event).ifPresent(store::place);
    }

    /** What was sent, as our own network would tell it. */
    private static Payload payload(MessageEvent event) {
        return new Payload(
                "application/json",
                JSON.writeValueAsBytes(
                        JSON.createObjectNode()
                                .put("id", event.networkId())
                                .put("kind", event.kind().name())
                                .put("author", event.author().networkId())
                                .put("name", event.author().shown())
                                .put("inReplyTo", Objects.requireNonNullElse(event.inReplyTo(), ""))
                                .put("language", Objects.requireNonNullElse(event.language(), ""))
                                .put("title", Objects.requireNonNullElse(event.title(), ""))
                                .put("text", event.text())));
    }

    /** A contribution that the reader may see. */
    Optional<Contribution> find(ContributionId id, Reader reader) {
        return store.contribution(id, reader);
    }
}
