package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.posts.PostPages.VersionPage;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one version of a post says, against the one before it. */
@Controller
class VersionController {
    private final PostStore store;
    private final PostViews views;

    VersionController(PostStore store, PostViews views) {
        this.store = store;
        this.views = views;
    }

    @GetMapping(Posts.PATH + "/{id}/versions/{version}")
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable int version) {
        PostId post = new PostId(id);
        Post shown =
                store.version(who.organisation(), post, version)
                        .orElseThrow(() -> Problem.notFound("posts.problem.unknown"));
        Optional<Post> before = store.version(who.organisation(), post, version - 1);
        var page =
                new VersionPage(
                        shown,
                        before.map(Post::version).orElse(0),
                        before.map(old -> views.changes(shown, old.content())).orElse(List.of()));
        return new ModelAndView("publishing/post-version", "page", page);
    }
}
