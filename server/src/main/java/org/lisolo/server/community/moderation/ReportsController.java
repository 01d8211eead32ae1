package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Wholes;
import org.lisolo.server.community.moderation.ModerationPages.OwnPage;
import org.lisolo.server.community.moderation.ModerationPages.OwnReport;
import org.lisolo.server.community.moderation.ModerationPages.OwnReportPage;
import org.lisolo.server.community.moderation.ModerationPages.ReportPage;
import org.lisolo.server.community.moderation.ModerationPages.Typed;
import org.lisolo.server.community.moderation.ReportFile.Report;
import org.lisolo.server.community.spaces.Reader;
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
import java.util.Optional;
import java.util.UUID;

/** What members report, and all of moderation that concerns themselves. */
@Controller
class ReportsController {
    private final Reports reports;
    private final Decisions decisions;
    private final HeldWords held;
    private final Contributions contributions;
    private final Wholes wholes;
    private final Moderators moderators;
    private final Readers readers;

    ReportsController(
            Reports reports,
            Decisions decisions,
            HeldWords held,
            Contributions contributions,
            Wholes wholes,
            Moderators moderators,
            Readers readers) {
        this.reports = reports;
        this.decisions = decisions;
        this.held = held;
        this.contributions = contributions;
        this.wholes = wholes;
        this.moderators = moderators;
        this.readers = readers;
    }

    @GetMapping("/contributions/{id}/report")
    ModelAndView ask(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return form(who, new ContributionId(id), Typed.NOTHING);
    }

    @PostMapping("/contributions/{id}/report")
    ModelAndView report(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes redirect) {
        var contribution = new ContributionId(id);
        Reader reader = readers.of(who);
        Contribution one = reports.reportable(contribution, reader);
        try {
            reports.report(contribution, reader, Reason.of(why), words);
        } catch (Problem problem) {
            return form(who, contribution, new Typed(why, words, List.of(problem.forForm())));
        }
        redirect.addFlashAttribute("notice", Notice.of("moderation.reported"));
        return new ModelAndView("redirect:" + contributions.path(one));
    }

    private ModelAndView form(SignedIn who, ContributionId id, Typed typed) {
        Reader reader = readers.of(who);
        Contribution one = reports.reportable(id, reader);
        return FormPage.of(
                "moderation/report",
                new ReportPage(
                        id.toString(),
                        wholes.of(one, reader),
                        reports.hasReported(id, who.account()),
                        one.author().isPresent(),
                        typed),
                typed.problems());
    }

    @GetMapping("/me/moderation")
    ModelAndView own(@AuthenticationPrincipal SignedIn who) {
        return new ModelAndView(
                "moderation/own",
                "page",
                new OwnPage(
                        reports.by(who.account()),
                        decisions.about(who.account()),
                        held.of(who.account()),
                        !moderators.spacesOf(who).isEmpty()));
    }

    @GetMapping("/me/reports/{id}")
    ModelAndView ownReport(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return report(who, id, Typed.NOTHING);
    }

    @PostMapping("/me/reports/{id}/replies")
    ModelAndView reply(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words) {
        try {
            reports.add(id, who.account(), words);
        } catch (Problem problem) {
            return report(who, id, new Typed("", words, List.of(problem.forForm())));
        }
        return new ModelAndView("redirect:/me/reports/" + id);
    }

    private ModelAndView report(SignedIn who, UUID id, Typed typed) {
        return FormPage.of(
                "moderation/ownreport",
                new OwnReportPage(withOutcome(reports.own(id, who.account())), typed),
                typed.problems());
    }

    private OwnReport withOutcome(Report report) {
        Optional<Decision> decision =
                decisions.ofFile(report.file()).stream()
                        .filter(one -> !one.kind().isMeasure())
                        .findFirst();
        return new OwnReport(report, reports.file(report.file()), decision);
    }
}
