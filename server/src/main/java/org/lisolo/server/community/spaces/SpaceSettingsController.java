package org.lisolo.server.community.spaces;

import org.lisolo.server.community.spaces.SpacePages.SettingsPage;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.Optional;

/** What a space says of itself, changed by those who look after it. */
@Controller
@RequestMapping(Space.PATH + "/{slug}")
class SpaceSettingsController {
    private final Spaces spaces;
    private final Readers readers;

    SpaceSettingsController(Spaces spaces, Readers readers) {
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping("/settings")
    ModelAndView settings(@AuthenticationPrincipal SignedIn who, @PathVariable String slug) {
        Space space = spaces.moderated(slug, readers.of(who));
        return page(space, SpaceForm.of(space), List.of());
    }

    @PostMapping("/settings")
    ModelAndView change(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            SpaceSent sent,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        SpaceForm form = sent.form(space.organisation());
        try {
            spaces.change(space, form);
        } catch (Problem problem) {
            return page(space, form, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("spaces.changed"));
        return new ModelAndView("redirect:" + space.path());
    }

    @PostMapping("/close")
    ModelAndView close(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        spaces.close(space.id());
        redirect.addFlashAttribute(
                "notice",
                Notice.of("spaces.closed", space.name()).undoneBy(space.path() + "/reopen"));
        return new ModelAndView("redirect:" + space.path());
    }

    @PostMapping("/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String slug,
            RedirectAttributes redirect) {
        Space space = spaces.moderated(slug, readers.of(who));
        spaces.reopen(space.id());
        redirect.addFlashAttribute(
                "notice",
                Notice.of("spaces.reopened", space.name()).undoneBy(space.path() + "/close"));
        return new ModelAndView("redirect:" + space.path());
    }

    private ModelAndView page(Space space, SpaceForm form, List<Problem> problems) {
        var page =
                new SettingsPage(
                        space.path() + "/settings",
                        Optional.of(space),
                        form,
                        spaces.isWrittenIn(space.id()),
                        List.of(),
                        true,
                        problems);
        return FormPage.of("spaces/settings", page, problems);
    }
}
