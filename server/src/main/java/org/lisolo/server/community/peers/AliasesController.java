package org.lisolo.server.community.peers;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.peers.PeersPages.AliasesPage;
import org.lisolo.server.community.peers.PeersPages.BehindPage;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.util.List;
import java.util.UUID;

/** Two people open an alias. */
@Controller
class AliasesController {
    private static final String PATH = "/work/aliases";

    private final AliasOpenings openings;
    private final Readers readers;

    AliasesController(AliasOpenings openings, Readers readers) {
        this.openings = openings;
        this.readers = readers;
    }

    @GetMapping(PATH)
    ModelAndView all(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String contribution) {
        return page(who, contribution, "", List.of());
    }

    @PostMapping(PATH)
    ModelAndView ask(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam @Nullable UUID contribution,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        if (contribution == null) {
            throw Problem.notFound("peers.problem.unknown");
        }
        try {
            openings.ask(who, new ContributionId(contribution), reason);
        } catch (Problem problem) {
            return page(who, contribution.toString(), reason, List.of(problem.forForm()));
        }
        redirect.addFlashAttribute("notice", Notice.of("peers.alias.asked"));
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping(PATH + "/{id}/agree")
    String agree(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        openings.answer(who, id, true);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id}/refuse")
    String refuse(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        openings.answer(who, id, false);
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/{id}/show")
    ModelAndView show(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        var behind = openings.show(who, id);
        return new ModelAndView(
                "peers/behind", "page", new BehindPage(behind.name(), behind.account().toString()));
    }

    private ModelAndView page(
            SignedIn who, String contribution, String reason, List<Problem> problems) {
        return FormPage.of(
                "peers/aliases",
                new AliasesPage(
                        openings.rows(who, readers.of(who)),
                        who.account(),
                        contribution.matches("[0-9a-f-]{36}") ? contribution : "",
                        reason,
                        problems),
                problems);
    }
}
