package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.message.Withholdings;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes what people say into the log, and gives it its place here. A form that is sent twice bears
 * the same id and is written once. Thread-safe.
 */
@Service
public class Contributions {
    private static final JsonMapper JSON = new JsonMapper();

    private final Inbox inbox;
    private final DiscussionStore store;
    private final Messages messages;
    private final SaidMarkStore marks;
    private final Badges badges;
    private final DiscussionsFollow follow;
    private final Withholdings withholdings;
    private final List<BeforeWriting> before;
    private final Aliases aliases;
    private final Ids ids;
    private final Clock clock;

    Contributions(
            Inbox inbox,
            DiscussionStore store,
            Messages messages,
            SaidMarkStore marks,
            Badges badges,
            DiscussionsFollow follow,
            Withholdings withholdings,
            List<BeforeWriting> before,
            Aliases aliases,
            Ids ids,
            Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.messages = messages;
        this.marks = marks;
        this.badges = badges;
        this.follow = follow;
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
        return open(reader, space, kind, id, words, named, Extra.NOTHING);
    }

    /** Opens one, with pictures or a poll. */
    Optional<Discussion> open(
            Reader reader,
            Space space,
            Kind kind,
            ContributionId id,
            Words words,
            boolean named,
            Extra extra) {
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
                        named ? reader.account() : Optional.empty(),
                        extra);
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
        return answer(reader, space, about, to, id, words, named, Extra.NOTHING);
    }

    /** Answers with pictures. */
    Optional<Contribution> answer(
            Reader reader,
            Space space,
            Discussion about,
            Contribution to,
            ContributionId id,
            Words words,
            boolean named,
            Extra extra) {
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
                        named ? reader.account() : Optional.empty(),
                        extra);
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

    static void mayWrite(Reader reader, Space space) {
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
        accept(
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
                        titleOf(words),
                        words.text(),
                        null,
                        draft.extra().pictures()),
                draft.extra());
        draft.discussion()
                .filter(_ -> draft.account().flatMap(badges::of).isPresent())
                .ifPresent(about -> marks.answeredByProfessional(about, draft.id()));
    }

    private static @Nullable String titleOf(Words words) {
        return words.titleInLog().isEmpty() ? null : words.titleInLog();
    }

    private void accept(MessageEvent event, Extra extra) {
        inbox.accept(List.of(new Arrival(event, payload(event, extra))));
        follow.take(event);
    }

    /** Says it otherwise; what it was before stays for all to read who may read it. */
    public void edit(Reader reader, Space space, Contribution one, Words words) {
        MessageEvent now = own(reader, space, one);
        Words checked = one.opens() ? words.checkedWithTitle() : words.checked();
        if (!checked.equals(Words.of(now, one.opens()))) {
            accept(again(now, EventKind.EDITED, checked, now.attachments()), Extra.NOTHING);
        }
    }

    /** Takes it back: nobody reads it here any more. */
    public void delete(Reader reader, Space space, Contribution one) {
        MessageEvent now = own(reader, space, one);
        Words nothing = Words.of("", Objects.requireNonNullElse(now.language(), ""));
        accept(again(now, EventKind.DELETED, nothing, List.of()), Extra.NOTHING);
    }

    /** Shows pictures, too, that were looked through. */
    void show(Reader reader, Space space, Contribution one, Extra extra) {
        MessageEvent now = own(reader, space, one);
        List<Attachment> all =
                Stream.concat(now.attachments().stream(), extra.pictures().stream()).toList();
        accept(again(now, EventKind.EDITED, Words.of(now, one.opens()), all), extra);
    }

    /** Says what came of a case, or says it otherwise; whoever opened it does. */
    void summarise(
            Reader reader, Space space, Discussion about, Contribution opening, Words words) {
        own(reader, space, opening);
        Words checked = words.checked();
        Optional<Message> there = messages.find(summary(about), reader.sight());
        if (there.isPresent()) {
            MessageEvent now = there.get().current();
            accept(again(now, EventKind.EDITED, checked, List.of()), Extra.NOTHING);
        } else {
            accept(first(reader, space, about, checked), Extra.NOTHING);
        }
    }

    private MessageEvent first(Reader reader, Space space, Discussion about, Words words) {
        SignedIn who = reader.who().orElseThrow();
        var now = clock.instant();
        return new MessageEvent(
                new EventId(ids.next()),
                EventKind.CREATED,
                space.id().channel(),
                Place.nameOfSummary(about.id()),
                new Author(Place.nameOf(who.account()), null, who.displayName()),
                OrganisationId.NONE,
                Visibility.SPACE,
                words.language(),
                about.path(),
                about.path(),
                null,
                now,
                now,
                titleOf(words),
                words.text(),
                null,
                List.of());
    }

    /** Where what came of a case stands in the log. */
    static MessageId summary(Discussion about) {
        return MessageId.of(about.space().channel(), Place.nameOfSummary(about.id()));
    }

    /** What one wrote oneself, as it stands. */
    MessageEvent own(Reader reader, Space space, Contribution one) {
        mayWrite(reader, space);
        if (!isOwn(reader, one)) {
            throw Problem.forbidden("discussions.problem.notYours");
        }
        return messages.find(one.message(), reader.sight())
                .filter(message -> !message.deleted())
                .map(Message::current)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** What is there to be marked; of what was deleted or taken from sight nothing is. */
    void standing(Contribution one, Reader reader) {
        if (messages.find(one.message(), reader.sight())
                .filter(message -> !message.deleted())
                .isEmpty()) {
            throw Problem.notFound("discussions.problem.unknown");
        }
    }

    /** Whether the reader wrote it, under their name or an alias. */
    boolean isOwn(Reader reader, Contribution one) {
        if (one.author().isPresent() || reader.account().isEmpty()) {
            return one.author().isPresent() && one.author().equals(reader.account());
        }
        return messages.find(one.message(), reader.sight())
                .map(message -> message.current().author().networkId())
                .filter(name -> aliasOf(reader, one.discussion()).equals(Optional.of(name)))
                .isPresent();
    }

    /** How the log names the alias that the reader has in a discussion, if any. */
    Optional<String> aliasOf(Reader reader, ContributionId discussion) {
        return reader.account()
                .flatMap(account -> aliases.known(account, discussion))
                .map(alias -> alias.author().networkId());
    }

    private MessageEvent again(
            MessageEvent of, EventKind kind, Words words, List<Attachment> pictures) {
        var now = clock.instant();
        return new MessageEvent(
                new EventId(ids.next()),
                kind,
                of.channel(),
                of.networkId(),
                of.author(),
                of.organisation(),
                of.visibility(),
                words.language(),
                of.inReplyTo(),
                of.root(),
                null,
                now,
                now,
                titleOf(words),
                words.text(),
                null,
                pictures);
    }

    /** What was sent, as our own network would tell it. */
    private static Payload payload(MessageEvent event, Extra extra) {
        ObjectNode all =
                JSON.createObjectNode()
                        .put("id", event.networkId())
                        .put("kind", event.kind().name())
                        .put("author", event.author().networkId())
                        .put("name", event.author().shown())
                        .put("inReplyTo", Objects.requireNonNullElse(event.inReplyTo(), ""))
                        .put("language", Objects.requireNonNullElse(event.language(), ""))
                        .put("title", Objects.requireNonNullElse(event.title(), ""))
                        .put("text", event.text());
        extra.tell(all);
        return new Payload("application/json", JSON.writeValueAsBytes(all));
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
