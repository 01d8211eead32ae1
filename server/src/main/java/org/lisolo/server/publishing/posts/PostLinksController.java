package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.PostId;
import org.lisolo.server.publishing.links.LinkPages.LinksPage;
import org.lisolo.server.publishing.links.LinkPreviews;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.ModelAndView;

import java.util.UUID;

/** What networks would show of the links in a post, looked at when somebody asks for it. */
@Controller
class PostLinksController {
    private final Posts posts;
    private final LinkPreviews previews;

    PostLinksController(Posts posts, LinkPreviews previews) {
        this.posts = posts;
        this.previews = previews;
    }

    @GetMapping(Posts.PATH + "/{id}/links")
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partly) {
        Post post = posts.own(who.organisation(), new PostId(id));
        var page = new LinksPage(post.path(), previews.of(post.content().text()));
        return new ModelAndView(
                partly == null ? "publishing/links" : "publishing/previews", "page", page);
    }
}
