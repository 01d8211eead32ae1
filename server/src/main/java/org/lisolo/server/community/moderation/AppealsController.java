package org.lisolo.server.community.moderation;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Draft;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.community.moderation.ModerationPages.AppealPage;
import org.lisolo.server.community.moderation.ModerationPages.Changed;
import org.lisolo.server.community.moderation.ModerationPages.HeldPage;
import org.lisolo.server.community.moderation.ModerationPages.Typed;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
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
import java.util.Optional;
import java.util.UUID;

/** What waits before it is shown, and decisions that are to be made anew. */
@Controller
class AppealsController {
    private static final String QUEUE = "redirect:/moderation";

    private final HeldWords held;
    private final Appeals appeals;
    private final Decisions decisions;
    private final Contributions contributions;
    private final Wholes wholes;
    private final Moderators moderators;
    private final Desk desk;

    AppealsController(
            HeldWords held,
            Appeals appeals,
            Decisions decisions,
            Contributions contributions,
            Wholes wholes,
            Moderators moderators,
            Desk desk) {
        this.held = held;
        this.appeals = appeals;
        this.decisions = decisions;
        this.contributions = contributions;
        this.wholes = wholes;
        this.moderators = moderators;
        this.desk = desk;
    }

    @GetMapping("/moderation/held/{id}")
    ModelAndView waiting(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        held.find(new ContributionId(id), reader);
        desk.looks(who, request, "held", id);
        return heldPage(id, reader, Typed.NOTHING);
    }

    @PostMapping("/moderation/held/{id}/let")
    ModelAndView let(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Reader reader = desk.enter(who, request);
        try {
            held.let(new ContributionId(id), reader, version);
        } catch (Problem problem) {
            return heldPage(id, reader, new Typed("", "", List.of(problem.forForm())));
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.let"));
        return new ModelAndView(QUEUE);
    }

    @PostMapping("/moderation/held/{id}/refuse")
    ModelAndView refuse(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Reader reader = desk.enter(who, request);
        try {
            held.refuse(new ContributionId(id), reader, version, Reason.of(why), words);
        } catch (Problem problem) {
            return heldPage(id, reader, new Typed(why, words, List.of(problem.forForm())));
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.refused"));
        return new ModelAndView(QUEUE);
    }

    private ModelAndView heldPage(UUID id, Reader reader, Typed typed) {
        Held one = held.find(new ContributionId(id), reader);
        return FormPage.of(
                "moderation/held",
                new HeldPage(one, moderators.mine(reader, one.space()), changed(one), typed),
                typed.problems());
    }

    private Optional<Changed> changed(Held held) {
        return held.draft().becomes() instanceof Draft.Edit edit
                ? contributions
                        .find(edit.of())
                        .map(one -> new Changed(wholes.of(one), contributions.path(one)))
                : Optional.empty();
    }

    @GetMapping("/moderation/appeals/{id}")
    ModelAndView appeal(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        appeals.find(id, reader);
        desk.looks(who, request, "appeals", id);
        return appealPage(id, reader, Typed.NOTHING);
    }

    @PostMapping("/moderation/appeals/{id}")
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Reader reader = desk.enter(who, request);
        try {
            if (!outcome.equals("uphold") && !outcome.equals("undo")) {
                throw Problem.invalid("moderation.problem.outcome").atField("outcome");
            }
            appeals.decide(id, reader, outcome.equals("uphold"), words);
        } catch (Problem problem) {
            return appealPage(id, reader, new Typed(outcome, words, List.of(problem.forForm())));
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.appeal.decided"));
        return new ModelAndView(QUEUE);
    }

    private ModelAndView appealPage(UUID id, Reader reader, Typed typed) {
        Appeal appeal = appeals.find(id, reader);
        Decision decision = decisions.find(id);
        Space space = moderators.ofAppeal(reader, appeal.space());
        return FormPage.of(
                "moderation/appeal",
                new AppealPage(
                        appeal,
                        decision,
                        space.name(),
                        held.whole(decision),
                        decision.contribution()
                                .flatMap(held::find)
                                .filter(it -> held.isOvertaken(space, it))
                                .isPresent(),
                        typed),
                typed.problems());
    }
}
