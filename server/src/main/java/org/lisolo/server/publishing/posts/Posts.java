package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.site.Sites;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Gate;
import org.lisolo.server.publishing.gate.Verdict;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.PieceState;
import org.lisolo.server.publishing.library.Variant;
import org.lisolo.server.publishing.library.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be done with a post, each step kept. Nothing changes after somebody was asked: whoever
 * changes it opens the next version, which is asked about anew.
 */
@Service
public class Posts {
    public static final String PATH = "/work/posts";

    private final PostStore store;
    private final StepStore steps;
    private final ApprovalStore approvals;
    private final ReplyStore replies;
    private final Deadlines deadlines;
    private final PostDrafts drafts;
    private final Publication publication;
    private final Sites sites;
    private final Gate gate;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Posts(
            PostStore store,
            StepStore steps,
            ApprovalStore approvals,
            ReplyStore replies,
            Deadlines deadlines,
            PostDrafts drafts,
            Publication publication,
            Sites sites,
            Gate gate,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.approvals = approvals;
        this.replies = replies;
        this.deadlines = deadlines;
        this.drafts = drafts;
        this.publication = publication;
        this.sites = sites;
        this.gate = gate;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    Post own(OrganisationId organisation, PostId id) {
        return store.find(organisation, id)
                .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
    }

    private Post locked(SignedIn who, PostId id, PostState... states) {
        Post post =
                store.lock(who.organisation(), id)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        if (!List.of(states).contains(post.state())) {
            throw Problem.conflict("posts.problem.moved");
        }
        return post;
    }

    /** A draft with nothing in it. */
    @Transactional
    public PostId begin(SignedIn who, PostContent content) {
        return add(who, content, Optional.empty());
    }

    /**
     * A draft that says what a piece says.
     *
     * @throws Problem if no signature counts under the piece now
     */
    @Transactional
    public PostId begin(SignedIn who, Piece piece, String language, Variant variant) {
        Wording wording = piece.content().in(language);
        if (wording.text(variant).isEmpty()) {
            throw Problem.notFound("library.problem.unknown");
        }
        if (piece.state(clock.instant()) != PieceState.REVIEWED) {
            throw Problem.conflict("posts.problem.unsigned");
        }
        var content =
                new PostContent(
                        language,
                        piece.content().topic(),
                        wording.title(),
                        wording.text(variant),
                        variant == Variant.BRIEF ? "" : wording.brief(),
                        piece.content().sources(),
                        false);
        return add(who, content, Optional.of(new Post.From(piece.id(), piece.version(), variant)));
    }

    /** A draft that says what is typed, perhaps begun from a piece. */
    @Transactional
    PostId begin(SignedIn who, PostContent content, Optional<Post.From> from) {
        return add(who, content, from);
    }

    private PostId add(SignedIn who, PostContent content, Optional<Post.From> from) {
        PostId id = new PostId(ids.next());
        Instant now = clock.instant();
        sites.of(who.organisation());
        store.add(
                new Post(
                        id,
                        who.organisation(),
                        who.account(),
                        from,
                        1,
                        0,
                        PostState.DRAFT,
                        content,
                        who.account(),
                        now,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        step(id, 1, Step.Kind.BEGUN, who.account(), "");
        trail.about("posts", id);
        return id;
    }

    /**
     * Whether the edition seen was still the newest; then this is kept. What says the same already
     * is kept, too: words are also saved while they are typed, and that answer may be under way.
     */
    @Transactional
    boolean save(SignedIn who, PostId id, int edition, PostContent content) {
        own(who.organisation(), id);
        PostContent kept = drafts.own(who.organisation(), content);
        return store.save(id, edition, kept, who.account(), clock.instant())
                || own(who.organisation(), id).says(kept);
    }

    Verdict look(Post post, Locale reader) {
        return gate.look(drafts.of(post), drafts.targets(post), reader);
    }

    /**
     * Asks for what it takes to say it; where nobody has to agree, it is said.
     *
     * @param when empty for as soon as it may be
     * @throws Problem if something must be mended or thought of first
     */
    @Transactional
    public Post ask(SignedIn who, PostId id, Optional<Instant> when) {
        Post post = locked(who, id, PostState.DRAFT);
        Draft draft = drafts.of(post);
        Verdict verdict = look(post, Locale.FRENCH);
        check(post, verdict);
        if (drafts.isAnyClosed(post)) {
            throw Problem.conflict("posts.problem.closed").atField("channels");
        }
        store.want(id, when);
        List<Role> needs = order(post).needed(draft, verdict);
        if (!needs.isEmpty()) {
            store.ask(id, needs, clock.instant());
            step(id, post.version(), Step.Kind.ASKED, who.account(), "");
            deadlines.begin(own(who.organisation(), id));
        } else {
            agreed(own(who.organisation(), id), who.account());
        }
        return own(who.organisation(), id);
    }

    private ApprovalOrder order(Post post) {
        return replies.find(post.id()).isPresent()
                ? replies.order(post.organisation())
                : approvals.of(post.organisation());
    }

    private static void check(Post post, Verdict verdict) {
        if (post.content().text().isBlank()) {
            throw Problem.invalid("posts.problem.empty").atField("text");
        }
        if (!verdict.toMend().isEmpty()) {
            throw Problem.invalid("posts.problem.mend").atField("text");
        }
        if (!verdict.asking().isEmpty() && !post.content().considered()) {
            throw Problem.invalid("gate.problem.asking").atField("considered");
        }
    }

    /** Everybody has agreed: it is said now, or waits for its time. */
    private void agreed(Post post, @Nullable AccountId by) {
        Instant now = clock.instant();
        if (post.wanted().isEmpty()) {
            publication.publish(post, by);
            return;
        }
        store.approve(post.id(), now);
        step(post.id(), post.version(), Step.Kind.SCHEDULED, by, "");
    }

    /** Whose turn it is; empty if nobody's. */
    Optional<Role> turn(Post post, List<Step> taken) {
        long given = approved(post, taken).size();
        return post.state() == PostState.ASKED && given < post.needs().size()
                ? Optional.of(post.needs().get((int) given))
                : Optional.empty();
    }

    private static List<Step> approved(Post post, List<Step> taken) {
        return taken.stream()
                .filter(step -> step.version() == post.version())
                .filter(step -> step.kind() == Step.Kind.APPROVED)
                .toList();
    }

    /** Whether this person could agree now: it is their turn, and they neither wrote it nor did. */
    boolean mayApprove(SignedIn who, Post post, List<Step> taken) {
        return inRole(who, post, taken).isPresent()
                && !post.writer().equals(who.account())
                && approved(post, taken).stream().noneMatch(s -> who.account().equals(s.by()));
    }

    /** In which role they would agree: in the one whose turn it is, else as its reserve. */
    private Optional<Role> inRole(SignedIn who, Post post, List<Step> taken) {
        Optional<Role> turn = turn(post, taken);
        return turn.isEmpty() || turn.filter(who::is).isPresent()
                ? turn
                : deadlines.standsIn(who, post);
    }

    /**
     * Agrees to the version seen.
     *
     * @throws Problem if it is not their turn, or something that stops it was not overruled
     */
    @Transactional
    Post approve(SignedIn who, PostId id, int version, String note) {
        Post post = locked(who, id, PostState.ASKED);
        List<Step> taken = steps.of(id);
        if (!mayApprove(who, post, taken)) {
            throw Problem.forbidden("posts.problem.notyours");
        }
        if (post.version() != version) {
            throw Problem.conflict("posts.problem.moved");
        }
        Role role = inRole(who, post, taken).orElseThrow();
        boolean last = approved(post, taken).size() + 1 == post.needs().size();
        if (last && !look(post, Locale.FRENCH).stopping(overruled(post, taken)).isEmpty()) {
            throw Problem.conflict("gate.problem.stopped");
        }
        steps.add(
                id,
                new Step(
                        version,
                        Step.Kind.APPROVED,
                        who.account(),
                        role,
                        null,
                        note,
                        clock.instant()));
        if (last) {
            agreed(post, who.account());
        } else {
            deadlines.begin(post);
        }
        return own(who.organisation(), id);
    }

    /** Wants it changed: the next version is open, with what was said about it. */
    @Transactional
    void askChanges(SignedIn who, PostId id, String note) {
        Post post = locked(who, id, PostState.ASKED);
        if (!mayApprove(who, post, steps.of(id))) {
            throw Problem.forbidden("posts.problem.notyours");
        }
        if (note.isBlank()) {
            throw Problem.invalid("posts.problem.note").atField("note");
        }
        step(id, post.version(), Step.Kind.CHANGES, who.account(), note);
        store.open(post, post.writer(), clock.instant());
    }

    /** Takes it back to go on writing; what was approved has to be approved anew. */
    @Transactional
    void takeBack(SignedIn who, PostId id) {
        Post post = locked(who, id, PostState.ASKED, PostState.APPROVED, PostState.SENT);
        Step.Kind kind = post.state() == PostState.SENT ? Step.Kind.EDITED : Step.Kind.TAKEN_BACK;
        step(id, post.version(), kind, who.account(), "");
        store.open(post, who.account(), clock.instant());
    }

    @Transactional
    void comment(SignedIn who, PostId id, String note) {
        Post post = own(who.organisation(), id);
        if (note.isBlank()) {
            throw Problem.invalid("posts.problem.note").atField("note");
        }
        store.lock(who.organisation(), id);
        step(id, post.version(), Step.Kind.COMMENT, who.account(), note);
    }

    /** The findings that were overruled for just this version. */
    static Set<String> overruled(Post post, List<Step> taken) {
        return taken.stream()
                .filter(step -> step.version() == post.version())
                .filter(step -> step.kind() == Step.Kind.OVERRULED)
                .flatMap(step -> Optional.ofNullable(step.finding()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Lets something through that the gate stops, for just this version; the reason stands in the
     * audit trail.
     */
    @Transactional
    void overrule(SignedIn who, PostId id, int version, String finding, String reason) {
        Post post = locked(who, id, PostState.ASKED);
        boolean stops =
                look(post, Locale.FRENCH).stopping(overruled(post, steps.of(id))).stream()
                        .anyMatch(one -> one.key().equals(finding));
        if (post.version() != version || !stops) {
            throw Problem.conflict("posts.problem.moved");
        }
        if (post.writer().equals(who.account())) {
            throw Problem.forbidden("posts.problem.notyours");
        }
        if (reason.isBlank()) {
            throw Problem.invalid("posts.problem.reason").atField("reason");
        }
        trail.because(reason);
        steps.add(
                id,
                new Step(
                        version,
                        Step.Kind.OVERRULED,
                        who.account(),
                        null,
                        finding,
                        reason,
                        clock.instant()));
    }

    /** Says now what was approved, or at another time; the words stay as they were approved. */
    @Transactional
    Post say(SignedIn who, PostId id, Optional<Instant> when) {
        Post post = locked(who, id, PostState.APPROVED);
        store.want(id, when);
        if (when.isEmpty()) {
            publication.publish(post, who.account());
        } else {
            store.approve(id, clock.instant());
            step(id, post.version(), Step.Kind.SCHEDULED, who.account(), "");
        }
        return own(who.organisation(), id);
    }

    /** What the public sees of it goes from every network. */
    @Transactional
    void takeDown(SignedIn who, PostId id) {
        Post post =
                locked(
                        who,
                        id,
                        PostState.SENT,
                        PostState.DRAFT,
                        PostState.ASKED,
                        PostState.APPROVED);
        if (post.published().isEmpty()) {
            throw Problem.conflict("posts.problem.moved");
        }
        publication.takeDown(post, who.account());
    }

    @Transactional
    void discard(SignedIn who, PostId id) {
        Post post = locked(who, id, PostState.DRAFT);
        if (post.published().isPresent()) {
            throw Problem.conflict("posts.problem.moved");
        }
        store.turn(id, PostState.DISCARDED, clock.instant());
        step(id, post.version(), Step.Kind.DISCARDED, who.account(), "");
    }

    @Transactional
    void restore(SignedIn who, PostId id) {
        Post post = locked(who, id, PostState.DISCARDED);
        store.turn(id, PostState.DRAFT, clock.instant());
        step(id, post.version(), Step.Kind.RESTORED, who.account(), "");
    }

    private void step(PostId id, int version, Step.Kind kind, @Nullable AccountId by, String note) {
        steps.add(id, new Step(version, kind, by, null, null, note, clock.instant()));
    }
}
