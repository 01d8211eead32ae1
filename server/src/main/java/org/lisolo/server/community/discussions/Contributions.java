package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.aliases.Aliases;
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
import org.lisolo.server.message.Withholdings;
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
    private final Withholdings withholdings;
    private final List<BeforeWriting> before;
    private final Aliases aliases;
    private final Ids ids;
    private final Clock clock;

    Contributions(
            Inbox inbox,
            DiscussionStore store,
            Withholdings withholdings,
            List<BeforeWriting> before,
            Aliases aliases,
            Ids ids,
            Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.withholdings = withholdings;
        this.before = List.copyOf(before);
        this.aliases = aliases;
        this.ids = ids;
        this.clock = clock;
    }

    /** For a form that is about to be filled in. */
    public ContributionId next() {
        return new ContributionId(ids.next());
    }

    /**
     * Opens a discussion.
     *
     * @param named under the name of the account, or else under an alias
     * @return nothing, if the words wait for somebody to read them first
     */
    public Optional<Discussion> open(
            Reader reader, Space space, Kind kind, ContributionId id, Words words, boolean named) {
        mayWrite(reader, space);
        mayHide(kind, named);
        if (kind == Kind.CASE && !(space.cases() && reader.isInside(space))) {
            throw Problem.forbidden("discussions.problem.cases");
        }
        var draft =
                new Draft(
                        id,
                        Optional.of(kind),
                        Optional.empty(),
                        Optional.empty(),
                        words.checkedWithTitle(),
                        author(reader, id, words, named),
                        named ? reader.account() : Optional.empty());
        return pass(reader, space, draft) ? store.find(id, reader) : Optional.empty();
    }

    /**
     * Answers something.
     *
     * @param to what stands in the discussion
     * @param named under the name of the account, or else under an alias
     * @return nothing, if the words wait for somebody to read them first
     */
    public Optional<Contribution> answer(
            Reader reader,
            Space space,
            Discussion about,
            Contribution to,
            ContributionId id,
            Words words,
            boolean named) {
        mayWrite(reader, space);
        mayHide(about.kind(), named);
        var draft =
                new Draft(
                        id,
                        Optional.empty(),
                        Optional.of(about.id()),
                        Optional.of(to.id()),
                        words.checked(),
                        author(reader, about.id(), words, named),
                        named ? reader.account() : Optional.empty());
        return pass(reader, space, draft) ? store.contribution(id, reader) : Optional.empty();
    }

    /** Colleagues know who presents a case. */
    private static void mayHide(Kind kind, boolean named) {
        if (!named && kind == Kind.CASE) {
            throw Problem.invalid("peers.problem.case");
        }
    }

    private Author author(Reader reader, ContributionId discussion, Words words, boolean named) {
        SignedIn who = reader.who().orElseThrow();
        if (!named) {
            return aliases.of(who.account(), discussion, words.language()).author();
        }
        return new Author(Place.nameOf(who.account()), null, who.displayName());
    }

    /** Whether it was written; else it waits. */
    private boolean pass(Reader reader, Space space, Draft draft) {
        if (store.contribution(draft.id()).isPresent()) {
            return true; // the same form once more
        }
        before.forEach(one -> one.check(reader, space, draft));
        if (before.stream().anyMatch(one -> one.holds(reader, space, draft))) {
            return false;
        }
        write(space, draft);
        return true;
    }

    /** Writes what waited, for whoever read it and let it through. */
    public void letThrough(Space space, Draft draft) {
        write(space, draft);
    }

    /** Takes it from everybody's eyes but those of who decides on it. */
    public void hide(Contribution one) {
        withholdings.withhold(one.message());
        store.hide(one.id(), clock.instant());
    }

    /** It is there again. */
    public void show(Contribution one) {
        withholdings.show(one.message());
        store.show(one.id());
    }

    /** Whoever may see it; for those who decide. */
    public Optional<Contribution> find(ContributionId id) {
        return store.contribution(id);
    }

    /** Where a discussion is read; whoever may see it. */
    public String path(Contribution one) {
        return store.path(one.discussion()) + (one.opens() ? "" : "#c-" + one.id());
    }

    private static void mayWrite(Reader reader, Space space) {
        if (reader.who().isEmpty() || reader.isExcluded(space)) {
            throw Problem.forbidden("discussions.problem.mayNotWrite");
        }
        if (space.isClosedForGood()) {
            throw Problem.of(Problem.Kind.GONE, "discussions.problem.closed");
        }
    }

    private void write(Space space, Draft draft) {
        boolean closed =
                draft.discussion()
                        .map(store::isClosed)
                        .orElse(draft.kind().equals(Optional.of(Kind.CASE)) || !space.isOpen());
        String root = draft.discussion().map(store::path).orElse(null);
        Words words = draft.words();
        var now = clock.instant();
        var event =
                new MessageEvent(
                        new EventId(ids.next()),
                        EventKind.CREATED,
                        space.id().channel(),
                        draft.kind()
                                .map(kind -> kind.path(draft.id()))
                                .orElse(Place.nameOfAnswer(draft.id())),
                        draft.author(),
                        OrganisationId.NONE,
                        closed ? Visibility.SPACE : Visibility.PUBLIC,
                        words.language(),
                        draft.to().equals(draft.discussion())
                                ? root
                                : draft.to().map(Place::nameOfAnswer).orElse(null),
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
    public Optional<Contribution> find(ContributionId id, Reader reader) {
        return store.contribution(id, reader);
    }

    /**
     * What an event of the log created here, which has its place from now on; nothing, if it is no
     * contribution.
     */
    public Optional<Contribution> placed(MessageEvent event) {
        Optional<Place> place = Place.of(event);
        place.ifPresent(store::place);
        return place.map(Place::contribution);
    }
}
