package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Fate;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.gate.Draft.Signature;
import org.lisolo.server.publishing.library.LibraryPages.Use;
import org.lisolo.server.publishing.library.LibraryPages.Uses;
import org.lisolo.server.publishing.library.PieceUses;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What posts know of the pieces that they were begun from, and what became of them. */
@Component
class UsesOfPieces implements PieceUses {
    private static final int LATEST = 10;

    private final PostStore store;
    private final PostDrafts drafts;
    private final Outbox outbox;

    UsesOfPieces(PostStore store, PostDrafts drafts, Outbox outbox) {
        this.store = store;
        this.drafts = drafts;
        this.outbox = outbox;
    }

    @Override
    public Uses of(OrganisationId organisation, PieceId piece) {
        var uses = store.uses(piece);
        List<Post> posts = store.begunFrom(organisation, piece, LATEST);
        Map<UUID, List<Fate>> fates =
                outbox.fates(posts.stream().map(post -> post.id().value()).toList());
        return new Uses(
                uses.getKey(),
                uses.getValue(),
                posts.stream()
                        .map(post -> use(post, fates.getOrDefault(post.id().value(), List.of())))
                        .toList());
    }

    private Use use(Post post, List<Fate> fates) {
        return new Use(
                post.name(),
                post.path(),
                post.state().key(),
                post.when(),
                drafts.of(post).signature() == Signature.NONE,
                fates.stream()
                        .filter(fate -> fate.kind() == EventKind.CREATED)
                        .filter(fate -> fate.state() == Fate.State.SENT)
                        .map(Fate::channel)
                        .distinct()
                        .count());
    }
}
