package org.lisolo.server.monitoring.cases;

import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TeamId;
import org.lisolo.server.people.Teams;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.springframework.http.HttpStatus;
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
import java.util.Optional;
import java.util.UUID;

/** The list of cases, one case, and the steps on it. */
@Controller
class CasesController {
    static final int PAGE = 50;

    private final CaseLists lists;
    private final CaseViews views;
    private final CaseSteps steps;
    private final Accounts accounts;
    private final Teams teams;
    private final Clock clock;

    CasesController(
            CaseLists lists,
            CaseViews views,
            CaseSteps steps,
            Accounts accounts,
            Teams teams,
            Clock clock) {
        this.lists = lists;
        this.views = views;
        this.steps = steps;
        this.accounts = accounts;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/work/cases")
    ModelAndView list(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> asked,
            @RequestParam(defaultValue = "") String after) {
        CaseFilter filter = filter(asked);
        List<Case> found = lists.list(who, filter, CaseCursor.read(after), PAGE + 1);
        boolean more = found.size() > PAGE;
        List<Case> shown = more ? found.subList(0, PAGE) : found;
        String older =
                more
                        ? Addresses.with(
                                "/work/cases",
                                CasesPage.query(filter),
                                "after",
                                CaseCursor.behind(shown.getLast()).written())
                        : "";
        CasesPage page =
                new CasesPage(
                        filter,
                        lists.counts(who, filter),
                        views.ruleChoices(who),
                        views.teamChoices(who),
                        views.rows(who, shown),
                        older,
                        CaseSteps.mayWork(who),
                        clock.instant());
        return new ModelAndView("monitoring/cases", "page", page);
    }

    @GetMapping("/work/cases/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(who, new CaseId(id), CasePage.Typed.NOTHING, Optional.empty(), List.of());
    }

    @PostMapping("/work/cases/{id}/take")
    ModelAndView take(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String back,
            RedirectAttributes flash) {
        Followed followed = steps.take(who, new CaseId(id), version);
        return answer(who, followed, CasePage.Typed.NOTHING, back, "taken", "release", flash);
    }

    @PostMapping("/work/cases/{id}/release")
    ModelAndView release(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes flash) {
        Followed followed = steps.release(who, new CaseId(id), version);
        return answer(who, followed, CasePage.Typed.NOTHING, "", "released", "take", flash);
    }

    @PostMapping("/work/cases/{id}/assign")
    ModelAndView assign(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String to,
            RedirectAttributes flash) {
        PersonOrTeam holder =
                PersonOrTeam.read(to)
                        .filter(one -> worksHere(who, one))
                        .orElseThrow(() -> Problem.invalid("monitoring.case.assign.unknown"));
        Followed followed = steps.assign(who, new CaseId(id), version, holder);
        return answer(who, followed, CasePage.Typed.NOTHING, "", "assigned", "release", flash);
    }

    @PostMapping("/work/cases/{id}/notes")
    ModelAndView note(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes flash) {
        CaseId file = new CaseId(id);
        try {
            steps.note(who, file, note);
        } catch (Problem problem) {
            return refused(who, file, new CasePage.Typed(note, "", ""), problem);
        }
        flash.addFlashAttribute("notice", Notice.of("monitoring.case.notice.noted"));
        return new ModelAndView("redirect:/work/cases/" + id + "#history");
    }

    @PostMapping("/work/cases/{id}/close")
    ModelAndView close(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam int alerts,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String closingNote,
            RedirectAttributes flash) {
        CaseId file = new CaseId(id);
        CasePage.Typed typed = new CasePage.Typed("", outcome, closingNote);
        try {
            Outcome how =
                    Outcome.ofKey(outcome)
                            .orElseThrow(
                                    () ->
                                            Problem.invalid("monitoring.case.outcome.missing")
                                                    .atField("outcome"));
            Followed followed = steps.close(who, file, version, alerts, how, closingNote);
            return answer(who, followed, typed, "", "closed", "reopen", flash);
        } catch (Problem problem) {
            return refused(who, file, typed, problem);
        }
    }

    @PostMapping("/work/cases/{id}/reopen")
    ModelAndView reopen(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes flash) {
        Followed followed = steps.reopen(who, new CaseId(id), version);
        return answer(who, followed, CasePage.Typed.NOTHING, "", "reopened", "", flash);
    }

    private ModelAndView answer(
            SignedIn who,
            Followed followed,
            CasePage.Typed typed,
            String back,
            String done,
            String undo,
            RedirectAttributes flash) {
        return switch (followed) {
            case Followed.Done(Case now) -> {
                Notice notice = Notice.of("monitoring.case.notice." + done, now.number());
                String path = "/work/cases/" + now.id();
                flash.addFlashAttribute(
                        "notice",
                        undo.isEmpty()
                                ? notice
                                : notice.undoneBy(path + "/" + undo + "?version=" + now.version()));
                yield new ModelAndView("redirect:" + (isList(back) ? back : path));
            }
            case Followed.Overtaken(Case now, CaseStep last) ->
                    interrupted(who, now, typed, overtaken(last));
            case Followed.MoreAlerts(Case now, int more) ->
                    interrupted(
                            who,
                            now,
                            typed,
                            new CasePage.Interruption(
                                    "monitoring.case.interrupted.more", more, now.lastAlertAt()));
            case Followed.OpenElsewhere(Case now, Case other) ->
                    interrupted(
                            who,
                            now,
                            typed,
                            new CasePage.Interruption(
                                    "monitoring.case.interrupted.elsewhere",
                                    other.number(),
                                    other.openedAt()));
        };
    }

    private CasePage.Interruption overtaken(CaseStep last) {
        String name =
                last.by().map(by -> accounts.names(List.of(by)).getOrDefault(by, "")).orElse("");
        return new CasePage.Interruption(
                "monitoring.case.interrupted." + last.kind().key(), name, last.at());
    }

    private ModelAndView interrupted(
            SignedIn who, Case now, CasePage.Typed typed, CasePage.Interruption interruption) {
        ModelAndView page = page(who, now.id(), typed, Optional.of(interruption), List.of());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** What was written stays; what cannot be shown beside a form is a page of its own. */
    private ModelAndView refused(SignedIn who, CaseId id, CasePage.Typed typed, Problem problem) {
        if (!(problem.place() instanceof Problem.Place.Field)) {
            throw problem;
        }
        ModelAndView page = page(who, id, typed, Optional.empty(), List.of(problem));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(
            SignedIn who,
            CaseId id,
            CasePage.Typed typed,
            Optional<CasePage.Interruption> interruption,
            List<Problem> problems) {
        return new ModelAndView(
                "monitoring/case", "page", views.page(who, id, typed, interruption, problems));
    }

    private boolean worksHere(SignedIn who, PersonOrTeam to) {
        List<Colleague> working =
                accounts.colleagues(who.organisation()).stream().filter(CaseSteps::works).toList();
        return switch (to) {
            case PersonOrTeam.Person(AccountId account) ->
                    account.equals(who.account())
                            || working.stream().anyMatch(one -> one.account().equals(account));
            case PersonOrTeam.OfTeam(TeamId id) ->
                    teams.of(who.organisation()).stream()
                            .anyMatch(
                                    team -> team.id().equals(id) && CaseSteps.works(team, working));
        };
    }

    private static boolean isList(String back) {
        return back.matches("/work/(cases|alerts)(\\?[A-Za-z0-9=&_~:.%-]*)?");
    }

    static CaseFilter filter(Map<String, String> asked) {
        return new CaseFilter(
                Addresses.oneOf(CaseFilter.Show.class, asked.get("show"))
                        .orElse(CaseFilter.Show.OPEN),
                Addresses.id(asked.get("rule")).map(RuleId::new),
                Addresses.oneOf(Urgency.class, asked.get("urgency")),
                Addresses.id(asked.get("team")).map(TeamId::new));
    }
}
