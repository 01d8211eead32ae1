package org.lisolo.server.community.following;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.Before;
import org.lisolo.server.community.following.FollowPages.TagPage;
import org.lisolo.server.community.follows.Follows;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.words.Hashtag;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.UUID;

/** What bears a hashtag. */
@Controller
class TagsController {
    private static final int PAGE = 20;

    private final Timeline timeline;
    private final Follows follows;
    private final Readers readers;

    TagsController(Timeline timeline, Follows follows, Readers readers) {
        this.timeline = timeline;
        this.follows = follows;
        this.readers = readers;
    }

    @GetMapping("/tags/{tag}")
    ModelAndView tagged(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String before) {
        String plain = Hashtag.of(tag);
        if (plain.isEmpty()) {
            throw Problem.notFound("discussions.problem.unknown");
        }
        Reader reader = readers.of(who);
        UUID from = Before.of(before);
        var found = timeline.tagged(plain, reader, from, PAGE);
        String path = Hashtag.path(plain);
        return new ModelAndView(
                "following/tag",
                "page",
                new TagPage(
                        plain,
                        follows.follows(reader.account(), Source.ofTag(plain)),
                        found.rows(),
                        from.equals(Before.NOW) ? "" : path,
                        found.older(path)));
    }
}
