package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Notice;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.posts.CalendarPages.SlotsPage;
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

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The times of the week at which an organisation likes to speak. */
@Controller
@RequestMapping(CalendarController.PATH + "/slots")
class SlotsController {
    private static final int A_DAY = 12;

    /** As people write it: {@code 9:00}, {@code 9h}, {@code 17 h 30}. */
    private static final Pattern HOUR =
            Pattern.compile("(\\d{1,2})(?:\\s*[hH:]\\s*(\\d{2})(?!\\s*[hH:]))?\\s*[hH]?");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H:mm");

    private final SlotStore store;
    private final TransactionTemplate transaction;

    SlotsController(SlotStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @GetMapping
    ModelAndView show(@AuthenticationPrincipal SignedIn who) {
        List<Slot> slots = store.of(who.organisation());
        List<String> times =
                Arrays.stream(DayOfWeek.values())
                        .map(
                                day ->
                                        slots.stream()
                                                .filter(slot -> slot.day() == day)
                                                .map(slot -> CLOCK.format(slot.time()))
                                                .collect(Collectors.joining("  ")))
                        .toList();
        return page(who, times, List.of());
    }

    @PostMapping
    ModelAndView keep(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next) {
        List<Slot> slots = new ArrayList<>();
        List<String> times = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String field = "day" + day.getValue();
            String words = typed.getOrDefault(field, "").replace("\0", "").strip();
            times.add(words.substring(0, Math.min(words.length(), 200)));
            try {
                slots.addAll(slots(day, words));
            } catch (DateTimeException _) {
                problems.add(Problem.invalid("calendar.problem.slots", A_DAY).atField(field));
            }
        }
        if (!problems.isEmpty()) {
            ModelAndView page = page(who, times, problems);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        transaction.executeWithoutResult(_ -> store.keep(who.organisation(), slots));
        next.addFlashAttribute("notice", Notice.of("calendar.notice.slots"));
        return new ModelAndView("redirect:" + CalendarController.PATH + "/slots");
    }

    private static List<Slot> slots(DayOfWeek day, String words) {
        List<Slot> slots =
                HOUR.matcher(words)
                        .results()
                        .map(hour -> new Slot(day, time(hour)))
                        .distinct()
                        .toList();
        boolean others = !HOUR.matcher(words).replaceAll("").matches("[\\s,;]*");
        if (others || slots.size() > A_DAY) {
            throw new DateTimeException("no times of a day");
        }
        return slots;
    }

    private static LocalTime time(MatchResult hour) {
        String minutes = hour.group(2);
        return LocalTime.of(
                Integer.parseInt(hour.group(1)), minutes == null ? 0 : Integer.parseInt(minutes));
    }

    private static ModelAndView page(SignedIn who, List<String> times, List<Problem> problems) {
        return new ModelAndView(
                "publishing/slots",
                "page",
                new SlotsPage(times, CalendarPages.town(who.zone()), problems));
    }
}
