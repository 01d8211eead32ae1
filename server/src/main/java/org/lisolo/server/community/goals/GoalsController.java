package org.lisolo.server.community.goals;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.contributions.Words;
import org.lisolo.server.community.discussions.Discussions;
import org.lisolo.server.community.goals.GoalPages.Day;
import org.lisolo.server.community.goals.GoalPages.Form;
import org.lisolo.server.community.goals.GoalPages.GoalPage;
import org.lisolo.server.community.goals.GoalPages.Line;
import org.lisolo.server.community.goals.GoalPages.ListPage;
import org.lisolo.server.community.goals.GoalPages.NewPage;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Readers;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What members propose to themselves, and how it goes. */
@Controller
@RequestMapping("/me/goals")
class GoalsController {
    private static final String HERE = "/me/goals";

    private final Goals goals;
    private final Contributions contributions;
    private final Discussions discussions;
    private final Spaces spaces;
    private final Readers readers;

    GoalsController(
            Goals goals,
            Contributions contributions,
            Discussions discussions,
            Spaces spaces,
            Readers readers) {
        this.goals = goals;
        this.contributions = contributions;
        this.discussions = discussions;
        this.spaces = spaces;
        this.readers = readers;
    }

    @GetMapping
    ModelAndView list(@AuthenticationPrincipal SignedIn who) {
        LocalDate today = goals.today(who);
        return new ModelAndView(
                "goals/list",
                "page",
                new ListPage(
                        goals.of(who.account()).stream()
                                .map(
                                        one ->
                                                new Line(
                                                        one,
                                                        HeldDays.of(
                                                                one.rhythm(),
                                                                goals.said(one),
                                                                today)))
                                .toList()));
    }

    @GetMapping("/new")
    ModelAndView begin(@AuthenticationPrincipal SignedIn who) {
        var form = new Form("", "", Rhythm.DAY.key(), goals.today(who).toString());
        return new ModelAndView("goals/new", "page", new NewPage(form, List.of()));
    }

    @PostMapping("/new")
    ModelAndView set(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String rhythm,
            @RequestParam(defaultValue = "") String begins,
            RedirectAttributes redirect) {
        var form = new Form(kind, words, rhythm, begins);
        try {
            UUID id = goals.set(who, form);
            redirect.addFlashAttribute("notice", Notice.of("goals.set.done"));
            return new ModelAndView("redirect:" + HERE + "/" + id);
        } catch (Problem problem) {
            List<Problem> problems = List.of(problem.forForm());
            return FormPage.of("goals/new", new NewPage(form, problems), problems);
        }
    }

    @GetMapping("/{id}")
    ModelAndView one(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id) {
        return page(who, goals.find(id, who), Refused.NOTHING);
    }

    private ModelAndView page(SignedIn who, Goal goal, Refused refused) {
        Reader reader = readers.of(who);
        List<CheckIn> said = goals.said(goal);
        LocalDate today = goals.today(who);
        var page =
                new GoalPage(
                        goal,
                        HeldDays.of(goal.rhythm(), said, today),
                        days(who, goal, said, today),
                        shown(goal, reader).map(Discussion::path).orElse(""),
                        spaces.joinedBy(reader).stream()
                                .filter(space -> !space.isClosedForGood())
                                .toList(),
                        contributions.next(),
                        refused);
        return FormPage.of("goals/one", page, refused.problems());
    }

    private static List<Day> days(SignedIn who, Goal goal, List<CheckIn> said, LocalDate today) {
        List<Day> days = new ArrayList<>();
        LocalDate day = goal.rhythm().of(today);
        while (days.size() < GoalPages.BACK && !day.isBefore(goal.begins())) {
            LocalDate one = day;
            days.add(
                    new Day(
                            one.atStartOfDay(who.zone()).toInstant(),
                            said.stream().filter(it -> it.day().equals(one)).findFirst()));
            day = goal.rhythm().before(day);
        }
        return days;
    }

    /** The discussion, as long as the owner may see it. */
    private Optional<Discussion> shown(Goal goal, Reader reader) {
        return goal.discussion()
                .flatMap(id -> contributions.find(id, reader))
                .map(one -> discussions.find(one.id(), reader));
    }

    @PostMapping("/{id}/check-ins")
    ModelAndView checkIn(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") String ago,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String tell,
            @RequestParam(defaultValue = "") String language,
            @RequestParam UUID next,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        Goal goal = goals.find(id, who);
        try {
            if (!how.equals("held") && !how.equals("slipped")) {
                throw Problem.invalid("goals.problem.how").atField("how");
            }
            int back = ago.matches("[0-" + (GoalPages.BACK - 1) + "]") ? Integer.parseInt(ago) : 0;
            goals.checkIn(goal, who, back, how.equals("held"), words);
            if (!tell.isEmpty() && !words.isBlank()) {
                tell(who, goal, new ContributionId(next), Words.of(words, language));
            }
        } catch (Problem problem) {
            return page(who, goal, Refused.of("check-in", sent, problem.forForm()));
        }
        redirect.addFlashAttribute(
                "notice", Notice.of(how.equals("held") ? "goals.checkin.held.done" : "goals.slip"));
        return new ModelAndView("redirect:" + goal.path());
    }

    private void tell(SignedIn who, Goal goal, ContributionId next, Words words) {
        Reader reader = readers.of(who);
        shown(goal, reader)
                .ifPresent(
                        about ->
                                contributions.answer(
                                        reader,
                                        spaces.enter(about.space(), reader),
                                        about,
                                        discussions.opening(about, reader),
                                        next,
                                        words,
                                        true));
    }

    /** Opens a discussion, in which others can encourage them. */
    @PostMapping("/{id}/show")
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String space,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String language,
            @RequestParam UUID next,
            @RequestParam Map<String, String> sent,
            RedirectAttributes redirect) {
        Goal goal = goals.find(id, who);
        Reader reader = readers.of(who);
        try {
            Space where =
                    spaces.joinedBy(reader).stream()
                            .filter(one -> one.slug().equals(space))
                            .findFirst()
                            .orElseThrow(
                                    () -> Problem.invalid("goals.problem.space").atField("space"));
            var discussion = new ContributionId(next);
            var words = new Words(title, text, language);
            boolean open =
                    contributions
                            .open(reader, where, Kind.TALK, discussion, words, true)
                            .isPresent();
            goals.show(goal, discussion);
            redirect.addFlashAttribute(
                    "notice", Notice.of(open ? "goals.show.done" : "discussions.waits"));
            return new ModelAndView("redirect:" + goal.path());
        } catch (Problem problem) {
            return page(who, goal, Refused.of("show", sent, problem.forForm()));
        }
    }

    @PostMapping("/{id}/delete")
    ModelAndView delete(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        goals.delete(goals.find(id, who));
        redirect.addFlashAttribute("notice", Notice.of("goals.deleted"));
        return new ModelAndView("redirect:" + HERE);
    }
}
