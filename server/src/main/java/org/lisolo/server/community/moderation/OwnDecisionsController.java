package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.moderation.ModerationPages.OwnDecisionPage;
import org.lisolo.server.community.moderation.ModerationPages.Typed;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
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

/**
 * What was decided about somebody, and how they appeal. By the decision it is found under the name
 * of the account alone; by what one wrote, behind an alias, too.
 */
@Controller
class OwnDecisionsController {
    private final Decisions decisions;
    private final Appeals appeals;
    private final HeldWords held;
    private final Spaces spaces;
    private final Readers readers;

    OwnDecisionsController(
            Decisions decisions, Appeals appeals, HeldWords held, Spaces spaces, Readers readers) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.held = held;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping("/me/decisions/{id}")
    ModelAndView byDecision(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        Decision one = decisions.own(id, who.account());
        return page(one, one.path(), Typed.NOTHING);
    }

    @PostMapping("/me/decisions/{id}/appeal")
    ModelAndView appeal(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        Decision one = decisions.own(id, who.account());
        return appeal(one, one.path(), "/me/moderation", words, redirect);
    }

    @GetMapping("/contributions/{id}/decision")
    ModelAndView byContribution(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(own(who, id), path(id), Typed.NOTHING);
    }

    @PostMapping("/contributions/{id}/decision/appeal")
    ModelAndView appealAbout(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        return appeal(own(who, id), path(id), path(id), words, redirect);
    }

    private Decision own(SignedIn who, UUID contribution) {
        return appeals.own(new ContributionId(contribution), readers.of(who));
    }

    private static String path(UUID contribution) {
        return "/contributions/" + contribution + "/decision";
    }

    private ModelAndView appeal(
            Decision one, String path, String next, String words, RedirectAttributes redirect) {
        try {
            appeals.ask(one, words);
        } catch (Problem problem) {
            return page(one, path, new Typed("", words, List.of(problem.forForm())));
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.appealed"));
        return new ModelAndView("redirect:" + next);
    }

    private ModelAndView page(Decision decision, String path, Typed typed) {
        return FormPage.of(
                "moderation/owndecision",
                new OwnDecisionPage(
                        decision,
                        path,
                        held.whole(decision),
                        spaces.find(decision.space()).map(Space::name).orElse(""),
                        appeals.of(decision),
                        appeals.mayAppeal(decision),
                        typed),
                typed.problems());
    }
}
