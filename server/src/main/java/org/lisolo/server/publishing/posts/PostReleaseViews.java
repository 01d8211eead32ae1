package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.gate.Verdict;
import org.lisolo.server.releases.Release;
import org.lisolo.server.releases.Releases;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;

/** Puts together what the page of a post shows of pictures and releases. */
@Component
class PostReleaseViews {
    private final PostReleases releases;
    private final LostReleases lost;
    private final PostPictureStore pictures;
    private final Releases standing;
    private final Clock clock;

    PostReleaseViews(
            PostReleases releases,
            LostReleases lost,
            PostPictureStore pictures,
            Releases standing,
            Clock clock) {
        this.standing = standing;
        this.releases = releases;
        this.pictures = pictures;
        this.lost = lost;
        this.clock = clock;
    }

    List<PostPicture> pictures(Post post) {
        return pictures.of(post.id(), post.version());
    }

    ReleasesPart of(SignedIn who, Post post, Verdict verdict) {
        boolean open = post.state() == PostState.DRAFT || post.state() == PostState.ASKED;
        boolean needed = PostReleases.isAbout(verdict) && open;
        boolean mayChange = open && who.may(Action.ASK_RELEASES);
        List<Release> linked = releases.of(post);
        return new ReleasesPart(
                needed,
                linked,
                linked.stream().filter(standing::isEnding).toList(),
                needed && mayChange ? releases.others(post, linked) : List.of(),
                !lost.of(post.id()).isEmpty(),
                mayChange,
                mayChange && post.state() == PostState.DRAFT,
                clock.instant());
    }
}
