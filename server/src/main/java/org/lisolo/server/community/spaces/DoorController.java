package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.spaces.SpacePages.DoorPage;
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

import java.util.Optional;

/** The page behind a link into a space for members only. */
@Controller
class DoorController {
    private final Doors doors;
    private final Readers readers;

    DoorController(Doors doors, Readers readers) {
        this.doors = doors;
        this.readers = readers;
    }

    @GetMapping(Doors.PATH + "/{secret}")
    ModelAndView door(
            @AuthenticationPrincipal @Nullable SignedIn who, @PathVariable String secret) {
        Space space = doors.behind(secret);
        Reader reader = readers.of(who);
        if (reader.isInside(space)) {
            return new ModelAndView("redirect:" + space.path());
        }
        // whoever is excluded finds the page as whoever waits does
        var standing = Optional.ofNullable(reader.standings().get(space.id()));
        return new ModelAndView(
                "spaces/door",
                "page",
                new DoorPage(space, secret, standing.map(_ -> Standing.ASKED)));
    }

    @PostMapping(Doors.PATH)
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String secret,
            RedirectAttributes redirect) {
        Space space = doors.ask(secret, who);
        redirect.addFlashAttribute("notice", Notice.of("spaces.asked.done", space.name()));
        return new ModelAndView("redirect:" + Space.PATH);
    }
}
