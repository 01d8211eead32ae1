package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.spaces.SpacePages.ListPage;
import org.lisolo.server.people.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The spaces that there are. */
@Controller
class SpacesController {
    private final Spaces spaces;
    private final Readers readers;

    SpacesController(Spaces spaces, Readers readers) {
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping(Space.PATH)
    ModelAndView all(@AuthenticationPrincipal @Nullable SignedIn who) {
        return new ModelAndView(
                "spaces/list", "page", new ListPage(spaces.seenBy(readers.of(who))));
    }
}
