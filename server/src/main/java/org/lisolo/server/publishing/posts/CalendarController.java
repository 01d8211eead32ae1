package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.CalendarPages.CalendarPage;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What is planned and what was said, day by day, and the one button that stops all of it. */
@Controller
@RequestMapping(CalendarController.PATH)
class CalendarController {
    static final String PATH = "/work/calendar";
    static final int MOST = 2_000;

    private final CalendarDays days;
    private final PauseStore pauses;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarController(
            CalendarDays days,
            PauseStore pauses,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.days = days;
        this.pauses = pauses;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String zone) {
        ZoneId shown = CalendarView.zone(who.zone(), zone);
        LocalDate today = LocalDate.ofInstant(clock.instant(), shown);
        return page(who, CalendarView.of(view, day, who.zone(), shown, today), List.of());
    }

    @PostMapping("/pause")
    ModelAndView pause(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String why = reason.replace("\0", "").strip();
        if (why.isEmpty() || why.length() > 500) {
            Problem problem = Problem.invalid("calendar.problem.reason").atField("reason");
            LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
            var view = CalendarView.of("week", "", who.zone(), who.zone(), today);
            ModelAndView page = page(who, view, List.of(problem));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var pause = new Pause(who.account(), why, clock.instant());
        transaction.executeWithoutResult(_ -> pauses.begin(who.organisation(), pause));
        next.addFlashAttribute("notice", Notice.of("calendar.notice.paused"));
        return new ModelAndView("redirect:" + PATH);
    }

    @PostMapping("/go-on")
    ModelAndView goOn(@AuthenticationPrincipal SignedIn who, RedirectAttributes next) {
        transaction.executeWithoutResult(_ -> pauses.end(who.organisation(), clock.instant()));
        next.addFlashAttribute("notice", Notice.of("calendar.notice.goeson"));
        return new ModelAndView("redirect:" + PATH);
    }

    private ModelAndView page(SignedIn who, CalendarView view, List<Problem> problems) {
        Optional<Pause> pause = pauses.of(who.organisation());
        var page =
                new CalendarPage(
                        view,
                        CalendarView.zones(who.zone()),
                        days.of(who, view),
                        pause,
                        pause.map(one -> name(one)).orElse(""),
                        who.may(Action.PAUSE_POSTS),
                        who.may(Action.WRITE_POSTS),
                        problems);
        return new ModelAndView("publishing/calendar", "page", page);
    }

    private String name(Pause pause) {
        return accounts.names(List.of(pause.by())).getOrDefault(pause.by(), "");
    }
}
