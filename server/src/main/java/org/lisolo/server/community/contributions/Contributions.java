package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Withholdings;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes what people say into the log, and gives it its place here. A form that is sent twice bears
 * the same id and is written once. Thread-safe.
 */
@Service
public class Contributions {
    private final DiscussionStore store;
    private final Writings writings;
    private final Messages messages;
    private final Withholdings withholdings;
    private final BeforeWriting before;
    private final Aliases aliases;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Contributions(
            DiscussionStore store,
            Writings writings,
            Messages messages,
            Withholdings withholdings,
            BeforeWriting before,
            Aliases aliases,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.writings = writings;
        this.messages = messages;
        this.withholdings = withholdings;
        this.before = before;
        this.aliases = aliases;
        this.trail = trail;
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
    public Optional<Discussion> open(
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
                        new Draft.Opening(kind),
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
    public Optional<Contribution> answer(
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
                        new Draft.Answer(about.id(), to.id()),
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
        before.pace(reader, space, draft);
        if (before.holds(reader, space, draft)) {
            return false;
        }
        writings.write(space, draft);
        return true;
    }

    /** Writes what waited, for whoever read it and let it through. */
    public void letThrough(Space space, Draft draft) {
        writings.letThrough(space, draft);
    }

    /** Whether what this would change was said otherwise since. */
    public boolean changedSince(Space space, Draft draft, Instant time) {
        return draft.changes(space.id())
                .flatMap(message -> messages.find(message, space.id().inFull()))
                .filter(message -> message.current().happenedAt().isAfter(time))
                .isPresent();
    }

    /** Takes it from everybody's eyes but those of who decides on it. */
    public void hide(Contribution one) {
        withholdings.withhold(one.message());
        store.hide(one, clock.instant());
    }

    /** It is there again. */
    public void show(Contribution one) {
        withholdings.show(one.message());
        store.show(one);
    }

    /** Whoever may see it; for those who decide. */
    public Optional<Contribution> find(ContributionId id) {
        return store.contribution(id);
    }

    /** Where it is read; whoever may see it. An answer leads on to its page of the discussion. */
    public String path(Contribution one) {
        return one.opens() ? store.path(one.discussion()) : one.id().path();
    }

    /** Looks whether this person may write or mark anything there now. */
    public void mayWrite(Reader reader, Space space) {
        mayChange(reader, space);
        before.check(reader, space);
    }

    private static void mayChange(Reader reader, Space space) {
        if (reader.who().isEmpty() || reader.isExcluded(space)) {
            throw Problem.forbidden("discussions.problem.mayNotWrite");
        }
        if (space.isClosedForGood()) {
            throw Problem.of(Problem.Kind.GONE, "discussions.problem.closed");
        }
    }

    /**
     * Says it otherwise; what it was before stays for all to read who may read it.
     *
     * @param extra all that is then there beside the words
     * @return whether it stands; else it waits for somebody to read it first
     */
    boolean edit(Reader reader, Space space, Contribution one, Words words, Extra extra) {
        mayWrite(reader, space);
        MessageEvent now = own(reader, space, one);
        Words checked = one.opens() ? words.checkedWithTitle() : words.checked();
        if (checked.equals(Words.of(now, one.opens()))
                && extra.attachments().equals(now.attachments())) {
            before.tookBack(one.message());
            return true;
        }
        return pass(
                reader,
                space,
                new Draft(
                        next(),
                        new Draft.Edit(one.id(), one.message()),
                        checked,
                        now.author(),
                        one.author(),
                        extra));
    }

    /** Takes it back: nobody reads it here any more. Whoever is to pause may do that, too. */
    public void delete(Reader reader, Space space, Contribution one) {
        writings.delete(own(reader, space, one));
        before.tookBack(one.message());
    }

    /**
     * Says what came of a case, or says it otherwise; whoever opened it does.
     *
     * @return whether it stands; else it waits for somebody to read it first
     */
    public boolean summarise(
            Reader reader, Space space, Discussion about, Contribution opening, Words words) {
        mayWrite(reader, space);
        own(reader, space, opening);
        return pass(
                reader,
                space,
                new Draft(
                        next(),
                        new Draft.Summary(about.id()),
                        words.checked(),
                        author(reader, about.id(), words, true),
                        reader.account(),
                        Extra.NOTHING));
    }

    /** Where what came of a case stands in the log. */
    public static MessageId summary(Discussion about) {
        return MessageId.of(about.space().channel(), Place.nameOfSummary(about.id()));
    }

    /** What one wrote oneself, as it stands. */
    public MessageEvent own(Reader reader, Space space, Contribution one) {
        mayChange(reader, space);
        if (!isOwn(reader, one)) {
            throw Problem.forbidden("discussions.problem.notYours");
        }
        return messages.find(one.message(), reader.sight())
                .filter(message -> !message.deleted())
                .map(Message::current)
                .orElseThrow(() -> Problem.notFound("discussions.problem.unknown"));
    }

    /** What is there to be marked; of what was deleted or taken from sight nothing is. */
    public void standing(Contribution one, Reader reader) {
        if (messages.find(one.message(), reader.sight())
                .filter(message -> !message.deleted())
                .isEmpty()) {
            throw Problem.notFound("discussions.problem.unknown");
        }
    }

    /**
     * Whether the reader wrote it, under their name or an alias. Whoever is found behind an alias
     * leaves no record in the audit trail by the request under way: it would tell who they are.
     */
    public boolean isOwn(Reader reader, Contribution one) {
        if (one.author().isPresent()) {
            return one.author().equals(reader.account());
        }
        Optional<String> alias = aliasOf(reader, one.discussion());
        return alias.isPresent()
                && messages.find(one.message(), one.space().inFull())
                        .map(message -> message.first().author().networkId())
                        .filter(name -> isBehind(alias, name))
                        .isPresent();
    }

    /** The same for what waits. */
    public boolean isOwn(Reader reader, Draft draft) {
        return draft.account().isPresent()
                ? draft.account().equals(reader.account())
                : isBehind(aliasOf(reader, discussion(draft)), draft.author().networkId());
    }

    private boolean isBehind(Optional<String> alias, String author) {
        boolean behind = alias.equals(Optional.of(author));
        if (behind) {
            trail.leaveNone();
        }
        return behind;
    }

    /** In which it will stand. */
    public ContributionId discussion(Draft draft) {
        return switch (draft.becomes()) {
            case Draft.Opening _ -> draft.id();
            case Draft.Answer answer -> answer.discussion();
            case Draft.Edit edit ->
                    store.contribution(edit.of()).map(Contribution::discussion).orElse(edit.of());
            case Draft.Summary summary -> summary.discussion();
        };
    }

    /** How the log names the alias that the reader has in a discussion, if any. */
    private Optional<String> aliasOf(Reader reader, ContributionId discussion) {
        return known(reader, discussion).map(alias -> alias.author().networkId());
    }

    private Optional<Alias> known(Reader reader, ContributionId discussion) {
        return reader.account().flatMap(account -> aliases.known(account, discussion));
    }

    /**
     * The alias under which the reader wrote in a discussion, if they did; the page that tells it
     * to them leaves no record either.
     */
    public Optional<Alias> ownAlias(Reader reader, ContributionId discussion) {
        Optional<Alias> alias = known(reader, discussion);
        if (alias.isPresent()) {
            trail.leaveNone();
        }
        return alias;
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
