package org.lisolo.server.publishing.posts;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Blobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Picture;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Cut;
import org.lisolo.server.platform.pictures.Drawn;
import org.lisolo.server.platform.pictures.PictureDrawer;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Recognisable;
import org.lisolo.server.releases.Releases;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pictures of posts: drawn anew when they come, described in words, and a part of what is
 * approved. The server keeps no byte of what was sent.
 */
@Service
class PostPictures {
    private static final int LARGE = 1_600;
    private static final int SMALL = 640;

    /** Less than any network takes. */
    private static final int MOST_BYTES = 900_000;

    private final PostPictureStore store;
    private final PostStore posts;
    private final PictureDrawer drawer;
    private final Blobs blobs;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    PostPictures(
            PostPictureStore store,
            PostStore posts,
            PictureDrawer drawer,
            Blobs blobs,
            AuditTrail trail,
            TransactionTemplate transaction) {
        this.store = store;
        this.posts = posts;
        this.drawer = drawer;
        this.blobs = blobs;
        this.trail = trail;
        this.transaction = transaction;
    }

    List<PostPicture> of(Post post) {
        return store.of(post.id(), post.version());
    }

    /**
     * Adds one to an open version.
     *
     * @throws Problem if it is none that can be shown, or one too many
     */
    void add(SignedIn who, PostId id, byte[] sent, Cut cut, String alt, Recognisable people) {
        // drawn before the transaction, as it takes its time
        List<Drawn> drawn = drawer.draw(sent, cut, List.of(LARGE, SMALL), MOST_BYTES);
        transaction.executeWithoutResult(
                _ -> {
                    Post post = open(who, id);
                    if (of(post).size() >= PostPicture.MOST) {
                        throw Problem.invalid("posts.problem.pictures", PostPicture.MOST)
                                .atField("picture");
                    }
                    String hash =
                            store.keep(post.organisation(), drawn.getFirst(), drawn.getLast());
                    store.show(id, post.version(), hash, described(alt), people);
                    trail.about("posts", id);
                });
    }

    private static String described(String alt) {
        String plain = alt.replace("\0", "").strip();
        return plain.substring(0, Math.min(plain.length(), PostPicture.LONGEST_ALT));
    }

    private Post open(SignedIn who, PostId id) {
        return posts.lock(who.organisation(), id)
                .filter(post -> post.state() == PostState.DRAFT)
                .orElseThrow(() -> Problem.conflict("posts.problem.moved"));
    }

    /** What was typed of each: {@code alt-<hash>} and {@code people-<hash>}. */
    void describe(SignedIn who, PostId id, Map<String, String> typed) {
        if (typed.keySet().stream().noneMatch(name -> name.startsWith("alt-"))) {
            return;
        }
        transaction.executeWithoutResult(
                _ -> {
                    Post post = open(who, id);
                    for (PostPicture picture : of(post)) {
                        String alt = typed.getOrDefault("alt-" + picture.hash(), picture.alt());
                        String people =
                                typed.getOrDefault(
                                        "people-" + picture.hash(), picture.people().key());
                        store.show(
                                id,
                                post.version(),
                                picture.hash(),
                                described(alt),
                                Recognisable.ofKey(people));
                    }
                });
    }

    void remove(SignedIn who, PostId id, String hash) {
        transaction.executeWithoutResult(
                _ -> {
                    Post post = open(who, id);
                    store.hide(id, post.version(), hash);
                    trail.about("posts", id);
                });
    }

    /** One that a version of this post shows, for staff. */
    Optional<byte[]> small(Post post, String hash) {
        return of(post).stream().anyMatch(one -> one.hash().equals(hash))
                ? store.small(post.organisation(), hash, false)
                : Optional.empty();
    }

    /** One that the public sees. */
    Optional<byte[]> published(OrganisationId organisation, String hash) {
        return store.small(organisation, hash, true);
    }

    /** As they leave. */
    List<Picture> leaving(Post post) {
        return of(post).stream()
                .map(one -> new Picture(new ContentHash(one.hash()), Drawn.MEDIA_TYPE, one.alt()))
                .toList();
    }

    Map<ContentHash, Recognisable> people(Post post) {
        return of(post).stream()
                .collect(Collectors.toMap(one -> new ContentHash(one.hash()), PostPicture::people));
    }

    /** Within the transaction that hands the post to the outbox: the bytes go beside it. */
    void handOver(Post post) {
        for (PostPicture picture : of(post)) {
            blobs.keep(store.large(post.organisation(), picture.hash()).orElseThrow());
        }
    }

    /** With their bytes, for whoever is asked for a release: those on which people are. */
    List<Releases.Shown> shown(Post post) {
        return of(post).stream()
                .filter(one -> one.people() != Recognisable.NOBODY)
                .map(
                        one ->
                                new Releases.Shown(
                                        new org.lisolo.server.releases.Picture(
                                                one.hash(),
                                                Drawn.MEDIA_TYPE,
                                                one.width(),
                                                one.height(),
                                                one.alt()),
                                        store.large(post.organisation(), one.hash()).orElseThrow()))
                .toList();
    }
}
