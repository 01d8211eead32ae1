package org.lisolo.server.archive.holds;

import org.lisolo.server.archive.holds.HoldPages.HoldPage;
import org.lisolo.server.archive.holds.HoldPages.HoldsPage;
import org.lisolo.server.archive.holds.HoldPages.NewHoldPage;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
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

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds are placed and released with a reason, and never change in between. */
@Controller
class HoldsController {
    private final Holds holds;
    private final Accounts accounts;
    private final Clock clock;

    HoldsController(Holds holds, Accounts accounts, Clock clock) {
        this.holds = holds;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/work/holds")
    ModelAndView list(
            @RequestParam(defaultValue = "standing") String show,
            @RequestParam(defaultValue = "") String before,
            @AuthenticationPrincipal SignedIn who) {
        boolean standing = !show.equals("past");
        List<Hold> found = holds.list(who, standing, cursor(before));
        boolean more = found.size() > Holds.PAGE;
        List<Hold> shown = more ? found.subList(0, Holds.PAGE) : found;
        String older =
                "/work/holds?show="
                        + (standing ? "standing" : "past")
                        + "&before="
                        + (shown.isEmpty() ? "" : shown.getLast().id());
        return new ModelAndView(
                "archive/holds/list",
                "page",
                new HoldsPage(
                        standing,
                        shown,
                        accounts.names(Holds.people(shown)),
                        holds.waiting(who).size(),
                        more ? older : ""));
    }

    private static UUID cursor(String typed) {
        try {
            return typed.length() == 36 ? UUID.fromString(typed) : new UUID(-1, -1);
        } catch (IllegalArgumentException _) {
            return new UUID(-1, -1);
        }
    }

    @GetMapping("/work/holds/new")
    ModelAndView ask(
            @RequestParam(defaultValue = "message") String scope,
            @RequestParam(defaultValue = "") String message) {
        var form = new HoldForm(message.isEmpty() ? "time" : scope, message, "", "", "", "");
        return new ModelAndView("archive/holds/new", "page", new NewHoldPage(form, List.of()));
    }

    @PostMapping("/work/holds/new")
    ModelAndView place(
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        HoldForm form =
                new HoldForm(
                                typed.getOrDefault("scope", ""),
                                typed.getOrDefault("message", ""),
                                typed.getOrDefault("from", ""),
                                typed.getOrDefault("until", ""),
                                typed.getOrDefault("ends", ""),
                                typed.getOrDefault("reason", ""))
                        .stripped();
        List<Problem> problems = form.problems(clock.instant(), who.zone());
        if (!problems.isEmpty()) {
            return new ModelAndView("archive/holds/new", "page", new NewHoldPage(form, problems));
        }
        Hold placed = holds.place(who, form.wanted(who.zone()));
        next.addFlashAttribute("notice", Notice.of("holds.notice.placed"));
        return new ModelAndView("redirect:" + placed.path());
    }

    @GetMapping("/work/holds/{id}")
    ModelAndView one(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
        return page(holds.find(who, id), List.of());
    }

    @PostMapping("/work/holds/{id}/release")
    ModelAndView release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal SignedIn who,
            RedirectAttributes next) {
        Hold hold = holds.find(who, id);
        String why = reason.strip().replace("\0", "");
        if (why.isEmpty() || why.length() > 500) {
            return page(hold, List.of(Problem.invalid("holds.problem.reason").atField("reason")));
        }
        holds.release(who, id, why);
        next.addFlashAttribute("notice", Notice.of("holds.notice.released"));
        return new ModelAndView("redirect:/work/holds");
    }

    private ModelAndView page(Hold hold, List<Problem> problems) {
        List<AccountId> people =
                hold.released()
                        .map(release -> List.of(hold.placedBy(), release.by()))
                        .orElseGet(() -> List.of(hold.placedBy()));
        Map<AccountId, String> names = accounts.names(people);
        HoldPage page =
                new HoldPage(
                        hold,
                        hold.stands(clock.instant()),
                        names.getOrDefault(hold.placedBy(), ""),
                        hold.released().map(r -> names.getOrDefault(r.by(), "")).orElse(""),
                        problems);
        return new ModelAndView("archive/holds/one", "page", page);
    }
}
