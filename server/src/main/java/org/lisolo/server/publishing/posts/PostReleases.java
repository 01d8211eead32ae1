package org.lisolo.server.publishing.posts;

import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.gate.Concern;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Recognisable;
import org.lisolo.server.publishing.gate.Target;
import org.lisolo.server.publishing.gate.Verdict;
import org.lisolo.server.releases.Asking;
import org.lisolo.server.releases.Release;
import org.lisolo.server.releases.ReleaseId;
import org.lisolo.server.releases.Releases;
import org.lisolo.server.releases.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The releases that a post rests on: found among those that stand, or asked for from it. */
@Service
class PostReleases {
    private static final int OFFERED = 200;

    private final UsedReleaseStore used;
    private final Releases releases;
    private final PostStore posts;
    private final PostDrafts drafts;
    private final PostPictures pictures;
    private final AuditTrail trail;
    private final Clock clock;

    PostReleases(
            UsedReleaseStore used,
            Releases releases,
            PostStore posts,
            PostDrafts drafts,
            PostPictures pictures,
            AuditTrail trail,
            Clock clock) {
        this.used = used;
        this.releases = releases;
        this.posts = posts;
        this.drafts = drafts;
        this.pictures = pictures;
        this.trail = trail;
        this.clock = clock;
    }

    /** Those that this version rests on. */
    List<Release> of(Post post) {
        return used.of(post.id(), post.version()).stream()
                .flatMap(id -> releases.find(post.organisation(), id).stream())
                .toList();
    }

    /** Those that it could rest on besides. */
    List<Release> others(Post post, List<Release> linked) {
        Set<ReleaseId> known = linked.stream().map(Release::id).collect(Collectors.toSet());
        return releases.current(post.organisation(), OFFERED).stream()
                .filter(release -> !known.contains(release.id()))
                .toList();
    }

    /** Whether anything in it needs a release at all. */
    static boolean isAbout(Verdict verdict) {
        return verdict.findings().stream()
                .anyMatch(
                        one -> one.concern() == Concern.PERSON || one.concern() == Concern.PICTURE);
    }

    @Transactional
    void link(SignedIn who, PostId id, ReleaseId release) {
        Post post = locked(who, id);
        if (releases.find(who.organisation(), release).isEmpty()) {
            throw Problem.notFound("posts.problem.release").atField("release");
        }
        used.link(id, post.version(), release, who.account(), clock.instant());
        trail.about("releases", release);
    }

    @Transactional
    void unlink(SignedIn who, PostId id, ReleaseId release) {
        Post post = locked(who, id);
        if (post.state() != PostState.DRAFT) {
            throw Problem.conflict("posts.problem.moved");
        }
        used.unlink(id, post.version(), release);
        trail.about("releases", release);
    }

    private Post locked(SignedIn who, PostId id) {
        Post post =
                posts.lock(who.organisation(), id)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        return switch (post.state()) {
            case DRAFT, ASKED -> post;
            case APPROVED, SENT, TAKEN_DOWN, DISCARDED ->
                    throw Problem.conflict("posts.problem.moved");
        };
    }

    /**
     * Asks somebody about just what this version says and shows, where it is to stand.
     *
     * @param asking whom, what for and how long; its words and places are those of the post
     */
    @Transactional
    Releases.Asked ask(SignedIn who, PostId id, Asking asking) {
        Post post = locked(who, id);
        Draft draft = drafts.of(post);
        Scope typed = asking.scope();
        var scope =
                new Scope(
                        words(draft),
                        draft.language(),
                        places(post),
                        typed.aim(),
                        typed.months(),
                        typed.paid());
        Releases.Asked asked =
                releases.ask(
                        who,
                        new Asking(asking.person(), asking.signer(), asking.language(), scope),
                        pictures.shown(post));
        used.link(id, post.version(), asked.id(), who.account(), clock.instant());
        trail.about("posts", id);
        return asked;
    }

    /** Each of its texts: the person is asked about all of them. */
    List<String> words(Post post) {
        return words(drafts.of(post));
    }

    /** Those of its pictures that the person is asked about too. */
    List<PostPicture> pictures(Post post) {
        return pictures.of(post).stream()
                .filter(one -> one.people() != Recognisable.NOBODY)
                .toList();
    }

    private Set<ChannelKind> places(Post post) {
        return drafts.targets(post).stream().map(Target::kind).collect(Collectors.toSet());
    }

    private static List<String> words(Draft draft) {
        List<String> words = new ArrayList<>();
        words.add(draft.title());
        words.add(draft.text());
        words.add(draft.brief());
        words.addAll(draft.variants().values());
        return words.stream().map(String::strip).filter(one -> !one.isEmpty()).distinct().toList();
    }
}
