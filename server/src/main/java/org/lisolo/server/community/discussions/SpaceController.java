package org.lisolo.server.community.discussions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.discussions.DiscussionPages.SpacePage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CanonicalAddress;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import java.util.Optional;

/** A space and what is said there. */
@Controller
class SpaceController {
    private static final int PAGE = 20;

    private final Discussions discussions;
    private final Spaces spaces;
    private final Readers readers;
    private final CanonicalAddress addresses;

    SpaceController(
            Discussions discussions, Spaces spaces, Readers readers, CanonicalAddress addresses) {
        this.discussions = discussions;
        this.spaces = spaces;
        this.readers = readers;
        this.addresses = addresses;
    }

    @GetMapping(Space.PATH + "/{slug}")
    ModelAndView one(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String from) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        int start = DiscussionsController.start(from);
        var found =
                discussions.latest(reader, Optional.of(space.id()), Optional.empty(), start, PAGE);
        return new ModelAndView(
                "discussions/space",
                "page",
                new SpacePage(
                        space,
                        reader,
                        found.rows(),
                        start == 0 ? "" : space.path() + "?from=" + Math.max(0, start - PAGE),
                        found.more() ? space.path() + "?from=" + (start + PAGE) : "",
                        addresses.of(space.path())));
    }
}
