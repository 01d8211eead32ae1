package org.lisolo.server.community.moderation;

import jakarta.servlet.http.HttpServletRequest;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Whole;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.community.moderation.ModerationPages.Chosen;
import org.lisolo.server.community.moderation.ModerationPages.FilePage;
import org.lisolo.server.community.moderation.ModerationPages.QueuePage;
import org.lisolo.server.community.moderation.ModerationPages.Row;
import org.lisolo.server.community.moderation.ModerationPages.Typed;
import org.lisolo.server.community.moderation.Reports.Ruling;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.FormPage;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Refused;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What waits for moderators, and what they decide upon reports. */
@Controller
class ModerationController {
    private static final int LONGEST_PAUSE = 365;

    private final Reports reports;
    private final Decisions decisions;
    private final Appeals appeals;
    private final HeldWords held;
    private final Contributions contributions;
    private final Wholes wholes;
    private final Moderators moderators;
    private final Spaces spaces;
    private final Desk desk;

    ModerationController(
            Reports reports,
            Decisions decisions,
            Appeals appeals,
            HeldWords held,
            Contributions contributions,
            Wholes wholes,
            Moderators moderators,
            Spaces spaces,
            Desk desk) {
        this.reports = reports;
        this.decisions = decisions;
        this.appeals = appeals;
        this.held = held;
        this.contributions = contributions;
        this.wholes = wholes;
        this.moderators = moderators;
        this.spaces = spaces;
        this.desk = desk;
    }

    @GetMapping("/moderation")
    ModelAndView queue(@AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        List<Space> mine =
                moderators.spacesOf(who).stream()
                        .map(spaces::find)
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Space::name))
                        .toList();
        if (mine.isEmpty() && !Moderators.operates(reader)) {
            throw Problem.notFound("moderation.problem.noModerator");
        }
        List<Appeal> appealed = appeals.waiting(reader);
        return new ModelAndView(
                "moderation/queue",
                "page",
                new QueuePage(
                        reports.waiting(reader).stream().map(this::row).toList(),
                        held.waiting(reader),
                        appealed,
                        mine,
                        names(mine, appealed),
                        who.account().toString()));
    }

    private Row row(ReportFile file) {
        String beginning =
                contributions.find(file.contribution()).map(wholes::beginning).orElse("");
        return new Row(file, beginning);
    }

    /** Whoever runs the platform decides appeals in spaces that are not theirs. */
    private Map<SpaceId, String> names(List<Space> mine, List<Appeal> appealed) {
        Map<SpaceId, String> names = new HashMap<>();
        mine.forEach(space -> names.put(space.id(), space.name()));
        appealed.forEach(
                one ->
                        names.computeIfAbsent(
                                one.space(), id -> spaces.find(id).map(Space::name).orElse("")));
        return names;
    }

    @GetMapping("/moderation/reports/{id}")
    ModelAndView one(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        reports.file(id, reader);
        desk.looks(who, request, "reports", id);
        return page(id, reader, Chosen.NOTHING, Typed.NOTHING, Refused.NOTHING);
    }

    @PostMapping("/moderation/reports/{id}/claim")
    String claim(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        reports.claim(id, desk.enter(who, request));
        return "redirect:/moderation/reports/" + id;
    }

    @PostMapping("/moderation/reports/{id}/release")
    String release(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            HttpServletRequest request) {
        reports.release(id, desk.enter(who, request));
        return "redirect:/moderation";
    }

    @PostMapping("/moderation/reports/{id}/reporters/{report}")
    ModelAndView answer(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @PathVariable UUID report,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        Reader reader = desk.enter(who, request);
        try {
            reports.answer(id, report, reader, answer);
        } catch (Problem problem) {
            var refused =
                    Refused.of(report.toString(), Map.of("answer", answer), problem.forForm());
            return page(id, reader, Chosen.NOTHING, Typed.NOTHING, refused);
        }
        return new ModelAndView("redirect:/moderation/reports/" + id);
    }

    /** What the form of a decision brings. */
    record Sent(String outcome, String measure, String days, String why, String words) {
        Ruling ruling() {
            if (!outcome.equals("hide") && !outcome.equals("leave")) {
                throw Problem.invalid("moderation.problem.outcome").atField("outcome");
            }
            Optional<Decision.Kind> upon =
                    switch (measure) {
                        case "warn" -> Optional.of(Decision.Kind.WARN);
                        case "pause" -> Optional.of(Decision.Kind.PAUSE);
                        case "exclude" -> Optional.of(Decision.Kind.EXCLUDE);
                        default -> Optional.empty();
                    };
            return new Ruling(
                    outcome.equals("hide"),
                    upon,
                    upon.equals(Optional.of(Decision.Kind.PAUSE)) ? time() : Duration.ZERO,
                    Reason.of(why),
                    words);
        }

        private Duration time() {
            int wanted = days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
            if (wanted < 1 || wanted > LONGEST_PAUSE) {
                throw Problem.invalid("moderation.problem.days", LONGEST_PAUSE).atField("days");
            }
            return Duration.ofDays(wanted);
        }
    }

    @PostMapping("/moderation/reports/{id}/decide")
    ModelAndView decide(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String days,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Reader reader = desk.enter(who, request);
        try {
            reports.decide(id, reader, new Sent(outcome, measure, days, why, words).ruling());
        } catch (Problem problem) {
            return page(
                    id,
                    reader,
                    new Chosen(outcome, measure, days),
                    new Typed(why, words, List.of(problem.forForm())),
                    Refused.NOTHING);
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.decided"));
        return new ModelAndView("redirect:/moderation");
    }

    private ModelAndView page(UUID id, Reader reader, Chosen chosen, Typed typed, Refused answer) {
        ReportFile file = reports.file(id, reader);
        Optional<Contribution> about = contributions.find(file.contribution());
        return FormPage.of(
                "moderation/file",
                new FilePage(
                        file,
                        reports.space(file, reader),
                        about.map(wholes::of).orElse(Whole.NOTHING),
                        about.map(contributions::path).orElse(""),
                        reports.in(file),
                        decisions.ofFile(id),
                        file.isOpen() && file.claimed().equals(reader.account()),
                        about.flatMap(Contribution::author).isPresent(),
                        chosen,
                        typed,
                        answer),
                answer.is("") ? typed.problems() : answer.problems());
    }
}
