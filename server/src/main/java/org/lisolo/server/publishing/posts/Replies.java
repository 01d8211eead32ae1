package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.Fate;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.Variant;
import org.lisolo.server.publishing.posts.PostPages.CheckPage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Posts that answer somebody: written in a conversation, and for the rest like all posts, through
 * the same gate, approvals and outbox.
 */
@Service
public class Replies {
    private final ReplyStore store;
    private final PostStore postStore;
    private final Posts posts;
    private final PostViews views;
    private final Answering answering;
    private final Library library;
    private final Outbox outbox;
    private final Clock clock;

    Replies(
            ReplyStore store,
            PostStore postStore,
            Posts posts,
            PostViews views,
            Answering answering,
            Library library,
            Outbox outbox,
            Clock clock) {
        this.store = store;
        this.postStore = postStore;
        this.posts = posts;
        this.views = views;
        this.answering = answering;
        this.library = library;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What is typed.
     *
     * @param from the piece that it was begun from; empty for none
     */
    public record Words(
            String language, String text, Optional<Post.From> from, boolean considered) {
        /** The piece that was chosen, from a form; what is none is none. */
        public static Optional<Post.From> from(Optional<UUID> piece, int version, String variant) {
            return piece.flatMap(
                    id ->
                            Variant.ofKey(variant)
                                    .map(one -> new Post.From(new PieceId(id), version, one)));
        }
    }

    /**
     * A reply that was sent or waits.
     *
     * @param failed whether it did not leave and waits for a person
     */
    public record Sent(Post post, boolean arrived, boolean failed) {
        /** Whether somebody else's words would come on top of it. */
        public boolean isOnItsWay() {
            return switch (post.state()) {
                case ASKED, APPROVED -> true;
                case SENT -> !arrived;
                case DRAFT, TAKEN_DOWN, DISCARDED -> false;
            };
        }
    }

    /** Whether a message can be answered from here. */
    public boolean canLeave(OrganisationId organisation, MessageId answered) {
        return !answering.targets(organisation, answered).isEmpty();
    }

    /** What this person has begun there. */
    public Optional<Post> draft(SignedIn who, ConversationId conversation) {
        return store.draft(conversation, who.account())
                .map(id -> posts.own(who.organisation(), id));
    }

    /** The message that a post answers. */
    public Optional<Reply> of(PostId post) {
        return store.find(post);
    }

    /**
     * Keeps what is typed: in what this person has begun, else in a new draft. Where another piece
     * was chosen or another message is answered, what was begun is given up.
     *
     * @param edition of the draft that was seen; what is older than what stands is not kept
     */
    @Transactional
    public Kept keep(
            SignedIn who,
            ConversationId conversation,
            MessageId answered,
            int edition,
            Words words) {
        Optional<Post> begun = draft(who, conversation);
        boolean same =
                begun.isPresent()
                        && begun.get().from().equals(words.from())
                        && store.find(begun.get().id())
                                .filter(one -> one.answered().equals(answered))
                                .isPresent();
        if (begun.isPresent() && same) {
            boolean kept = posts.save(who, begun.get().id(), edition, content(who, words));
            return new Kept(posts.own(who.organisation(), begun.get().id()), kept);
        }
        begun.ifPresent(old -> posts.discard(who, old.id()));
        PostId id = posts.begin(who, content(who, words), words.from());
        store.add(new Reply(id, conversation, answered));
        return new Kept(posts.own(who.organisation(), id), true);
    }

    /** A draft after its keeping; not kept where it was changed elsewhere meanwhile. */
    public record Kept(Post post, boolean kept) {}

    private PostContent content(SignedIn who, Words words) {
        Optional<Piece> piece =
                words.from()
                        .flatMap(
                                from ->
                                        library.version(
                                                who.organisation(), from.piece(), from.version()));
        return new PostContent(
                words.language(),
                piece.map(one -> one.content().topic()).orElse(Topic.ORGANISATION),
                "",
                words.text(),
                "",
                piece.map(one -> one.content().sources()).orElse(""),
                words.considered());
    }

    /** What the gate says of a draft. */
    public CheckPage check(SignedIn who, Post post, boolean kept, Locale locale) {
        return views.check(who, post, kept, locale);
    }

    /** Asks for what it takes to say it; where nobody has to agree, it leaves. */
    @Transactional
    public Post send(SignedIn who, PostId id) {
        return posts.ask(who, id, Optional.empty());
    }

    /** Gives up what this person has begun there. */
    @Transactional
    public void discard(SignedIn who, ConversationId conversation) {
        store.draft(conversation, who.account()).ifPresent(id -> posts.discard(who, id));
    }

    /** What was written there and is no draft, the latest last. */
    public List<Sent> sent(SignedIn who, ConversationId conversation) {
        List<Post> written =
                store.of(conversation).stream()
                        .flatMap(reply -> postStore.find(who.organisation(), reply.post()).stream())
                        .filter(
                                post ->
                                        post.state() != PostState.DRAFT
                                                && post.state() != PostState.DISCARDED)
                        .toList();
        Map<UUID, List<Fate>> fates =
                outbox.fates(written.stream().map(post -> post.id().value()).toList());
        return written.stream()
                .map(post -> sent(post, fates.getOrDefault(post.id().value(), List.of())))
                .toList();
    }

    private static Sent sent(Post post, List<Fate> fates) {
        return new Sent(
                post,
                fates.stream().anyMatch(fate -> fate.state() == Fate.State.SENT),
                fates.stream().anyMatch(fate -> fate.state() == Fate.State.DEAD));
    }

    /** Who has to agree to answers, in order. */
    public ApprovalOrder order(OrganisationId organisation) {
        return store.order(organisation);
    }

    public void keepOrder(SignedIn who, ApprovalOrder order) {
        store.keep(who.organisation(), order, who.account(), clock.instant());
    }
}
