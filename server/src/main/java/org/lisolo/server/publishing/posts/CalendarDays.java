package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.posts.CalendarPages.Day;
import org.lisolo.server.publishing.posts.CalendarPages.Entry;
import org.lisolo.server.publishing.posts.CalendarPages.Free;
import org.lisolo.server.publishing.posts.CalendarPages.Planned;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the calendar on which day: what is planned, what was said, what is free. */
@Component
class CalendarDays {
    private static final long QUEUED = 6;
    private static final long ALL = Long.MAX_VALUE;

    private final PostStore store;
    private final Slots slots;
    private final Clock clock;

    CalendarDays(PostStore store, Slots slots, Clock clock) {
        this.store = store;
        this.slots = slots;
        this.clock = clock;
    }

    List<Day> of(SignedIn who, CalendarView view) {
        ZoneId zone = view.zone();
        Instant from = view.first().atStartOfDay(zone).toInstant();
        Instant to = view.end().atStartOfDay(zone).toInstant();
        List<Post> around =
                store.between(
                        who.organisation(),
                        from.minus(Nearness.CLOSE_BY),
                        to.plus(Nearness.CLOSE_BY),
                        CalendarController.MOST);
        List<Entry> entries =
                Stream.<Entry>concat(
                                around.stream().map(post -> planned(who, post, around, zone)),
                                free(who, view).stream())
                        .filter(entry -> !entry.at().isBefore(from) && entry.at().isBefore(to))
                        .filter(entry -> !isPast(view, entry))
                        .sorted(Comparator.comparing(Entry::at))
                        .toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return view.first()
                .datesUntil(view.end())
                .map(day -> day(day, today, entries, zone))
                .toList();
    }

    /** The queue has nothing of what was said. */
    private boolean isPast(CalendarView view, Entry entry) {
        return view.kind().equals("queue") && entry.at().isBefore(clock.instant());
    }

    private static Day day(LocalDate day, LocalDate today, List<Entry> entries, ZoneId zone) {
        return new Day(
                day,
                day.atStartOfDay(zone).toInstant(),
                day.equals(today),
                entries.stream()
                        .filter(entry -> LocalDate.ofInstant(entry.at(), zone).equals(day))
                        .toList());
    }

    private static Planned planned(SignedIn who, Post post, List<Post> around, ZoneId zone) {
        Nearness nearness =
                post.state() == PostState.SENT
                        ? Nearness.FREE
                        : Nearness.of(post, post.when(), around);
        return new Planned(
                post,
                post.when(),
                new WallClock(zone).offset(post.when()),
                nearness,
                who.may(Action.WRITE_POSTS) && Plans.isMovable(post));
    }

    /** The queue has the next few; a month has no place for them. */
    private List<Free> free(SignedIn who, CalendarView view) {
        long most = view.kind().equals("month") ? 0 : view.kind().equals("queue") ? QUEUED : ALL;
        return slots
                .free(
                        who.organisation(),
                        who.zone(),
                        view.first().minusDays(1),
                        view.end().plusDays(1),
                        clock.instant())
                .stream()
                .limit(most)
                .map(Free::new)
                .toList();
    }
}
