package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.spaces.SpacePages.ListPage;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;

/** The spaces that there are; one comes in and goes. */
@Controller
class SpacesController {
    private static final int PAGE = 30;

    private final Spaces spaces;
    private final Memberships memberships;
    private final Readers readers;

    SpacesController(Spaces spaces, Memberships memberships, Readers readers) {
        this.spaces = spaces;
        this.memberships = memberships;
        this.readers = readers;
    }

    @GetMapping(Space.PATH)
    ModelAndView all(
            @AuthenticationPrincipal @Nullable SignedIn who,
            @RequestParam(defaultValue = "") String from) {
        int start = from.matches("\\d{1,6}") ? Integer.parseInt(from) : 0;
        Reader reader = readers.of(who);
        List<Space> found = spaces.seenBy(reader, start, PAGE + 1);
        boolean more = found.size() > PAGE;
        return new ModelAndView(
                "spaces/list",
                "page",
                new ListPage(
                        start == 0 ? spaces.joinedBy(reader) : List.of(),
                        start == 0 ? spaces.askedBy(reader) : List.of(),
                        more ? found.subList(0, PAGE) : found,
                        start == 0 ? "" : Space.PATH + "?from=" + Math.max(0, start - PAGE),
                        more ? Space.PATH + "?from=" + (start + PAGE) : ""));
    }

    @PostMapping(Space.PATH + "/{slug}/join")
    ModelAndView join(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Reader reader = readers.of(who);
        Space space = spaces.enter(slug, reader);
        memberships.join(space, reader);
        redirect.addFlashAttribute(
                "notice",
                Notice.of("spaces.joined", space.name()).undoneBy(space.path() + "/leave"));
        return new ModelAndView("redirect:" + space.path());
    }

    /** Also of whoever waits outside, and hence knows of the space. */
    @PostMapping(Space.PATH + "/{slug}/leave")
    ModelAndView leave(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Reader reader = readers.of(who);
        Space space =
                spaces.askedBy(reader).stream()
                        .filter(asked -> asked.slug().equals(slug))
                        .findFirst()
                        .orElseGet(() -> spaces.enter(slug, reader));
        memberships.leave(space, who.account());
        Notice done = Notice.of("spaces.left", space.name());
        redirect.addFlashAttribute(
                "notice",
                space.openness() == Openness.MEMBERS
                        ? done // only a link leads in again
                        : done.undoneBy(space.path() + "/join"));
        return new ModelAndView("redirect:" + Space.PATH);
    }
}
