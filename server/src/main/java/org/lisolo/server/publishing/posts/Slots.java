package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** When an organisation likes to speak, and which of these times nobody has taken yet. */
@Component
class Slots {
    private static final int DAYS_AHEAD = 182;

    private final SlotStore store;

    Slots(SlotStore store) {
        this.store = store;
    }

    /** The next one that is free, in half a year at most. */
    Optional<Instant> nextFree(OrganisationId organisation, ZoneId zone, Instant after) {
        LocalDate today = LocalDate.ofInstant(after, zone);
        return free(organisation, zone, today, today.plusDays(DAYS_AHEAD), after).stream()
                .findFirst();
    }

    /** Those of some days that are free and still to come, in their order. */
    List<Instant> free(
            OrganisationId organisation,
            ZoneId zone,
            LocalDate first,
            LocalDate end,
            Instant after) {
        List<Slot> slots = store.of(organisation);
        if (slots.isEmpty()) {
            return List.of();
        }
        Set<Instant> taken =
                store
                        .taken(
                                organisation,
                                first.atStartOfDay(zone).toInstant(),
                                end.atStartOfDay(zone).toInstant())
                        .stream()
                        .map(at -> at.truncatedTo(ChronoUnit.MINUTES))
                        .collect(Collectors.toSet());
        WallClock clock = new WallClock(zone);
        return first.datesUntil(end)
                .flatMap(
                        day ->
                                slots.stream()
                                        .filter(slot -> slot.day() == day.getDayOfWeek())
                                        .map(slot -> clock.atOrAfter(day, slot.time())))
                .filter(at -> at.isAfter(after) && !taken.contains(at))
                .distinct()
                .sorted()
                .toList();
    }
}
