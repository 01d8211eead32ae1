package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.CalendarPages.CalendarPage;
import org.lisolo.server.publishing.posts.CalendarPages.Day;
import org.lisolo.server.publishing.posts.CalendarPages.Planned;
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
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is planned and what was said, day by day, and the one button that stops all of it. */
@Controller
@RequestMapping(CalendarController.PATH)
class CalendarController {
    static final String PATH = "/work/calendar";
    private static final Duration CLOSE = Duration.ofMinutes(30);
    private static final int MOST = 2_000;

    private final PostStore store;
    private final PauseStore pauses;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CalendarController(
            PostStore store,
            PauseStore pauses,
            Accounts accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.pauses = pauses;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String day) {
        return page(who, view, day, List.of());
    }

    @PostMapping("/pause")
    ModelAndView pause(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        String why = reason.replace("\0", "").strip();
        if (why.isEmpty() || why.length() > 500) {
            Problem problem = Problem.invalid("calendar.problem.reason").atField("reason");
            ModelAndView page = page(who, "", "", List.of(problem));
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

    private ModelAndView page(SignedIn who, String asked, String day, List<Problem> problems) {
        String view = CalendarPages.VIEWS.contains(asked) ? asked : "week";
        LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
        LocalDate first = first(view, date(day, today));
        LocalDate end = end(view, first);
        Optional<Pause> pause = pauses.of(who.organisation());
        var page =
                new CalendarPage(
                        view,
                        first,
                        days(who, first, end, today),
                        address(view, first(view, first.minusDays(1))),
                        address(view, end),
                        who.zone().getId().replaceAll(".*/", "").replace('_', ' '),
                        pause,
                        pause.map(one -> name(one)).orElse(""),
                        who.may(Action.PAUSE_POSTS),
                        problems);
        return new ModelAndView("publishing/calendar", "page", page);
    }

    private String name(Pause pause) {
        return accounts.names(List.of(pause.by())).getOrDefault(pause.by(), "");
    }

    private static LocalDate date(String typed, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(typed);
            return Math.abs(date.getYear() - today.getYear()) > 50 ? today : date;
        } catch (DateTimeException _) {
            return today;
        }
    }

    private static LocalDate first(String view, LocalDate day) {
        return switch (view) {
            case "day" -> day;
            case "month" -> day.withDayOfMonth(1);
            default -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        };
    }

    private static LocalDate end(String view, LocalDate first) {
        return switch (view) {
            case "day" -> first.plusDays(1);
            case "month" -> first.plusMonths(1);
            default -> first.plusWeeks(1);
        };
    }

    private static String address(String view, LocalDate day) {
        return PATH + "?view=" + view + "&day=" + day;
    }

    private List<Day> days(SignedIn who, LocalDate first, LocalDate end, LocalDate today) {
        ZoneId zone = who.zone();
        List<Post> posts =
                store.between(
                        who.organisation(),
                        first.atStartOfDay(zone).toInstant(),
                        end.atStartOfDay(zone).toInstant(),
                        MOST);
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(1)) {
            LocalDate date = day;
            List<Planned> planned =
                    posts.stream()
                            .filter(post -> LocalDate.ofInstant(post.when(), zone).equals(date))
                            .map(post -> new Planned(post, post.when(), isClose(post, posts)))
                            .toList();
            days.add(new Day(day, day.atStartOfDay(zone).toInstant(), day.equals(today), planned));
        }
        return days;
    }

    private static boolean isClose(Post post, List<Post> all) {
        return post.state() != PostState.SENT
                && all.stream()
                        .filter(other -> !other.id().equals(post.id()))
                        .anyMatch(other -> near(other.when(), post.when()));
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOSE) < 0;
    }
}
