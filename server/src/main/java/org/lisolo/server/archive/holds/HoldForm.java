package org.lisolo.server.archive.holds;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A new hold as it was typed. */
public record HoldForm(
        String scope, String message, String from, String until, String ends, String reason) {
    private static final int LONGEST_REASON = 500;

    HoldForm stripped() {
        return new HoldForm(
                scope.strip(),
                message.strip(),
                from.strip(),
                until.strip(),
                ends.strip(),
                reason.strip().replace("\0", ""));
    }

    List<Problem> problems(Instant now, ZoneId zone) {
        List<Problem> problems = new ArrayList<>();
        Optional<HoldScope> wanted = HoldScope.ofKey(scope);
        if (wanted.isEmpty()) {
            problems.add(Problem.invalid("holds.problem.scope").atField("scope"));
        } else if (wanted.get() == HoldScope.TIME) {
            time(problems);
        } else if (message().isEmpty() || id().isEmpty()) {
            problems.add(Problem.invalid("holds.problem.message").atField("scope"));
        }
        if (!ends.isEmpty() && date(ends, "ends", problems).isPresent()) {
            if (!LocalDate.parse(ends).atStartOfDay(zone).toInstant().isAfter(now)) {
                problems.add(Problem.invalid("holds.problem.ends").atField("ends"));
            }
        }
        if (reason.isEmpty()) {
            problems.add(Problem.invalid("holds.problem.reason").atField("reason"));
        } else if (reason.length() > LONGEST_REASON) {
            problems.add(
                    Problem.invalid("holds.problem.reason_long", LONGEST_REASON).atField("reason"));
        }
        return problems;
    }

    private void time(List<Problem> problems) {
        Optional<LocalDate> first = date(from, "from", problems);
        Optional<LocalDate> last = date(until, "until", problems);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            problems.add(Problem.invalid("archive.search.problem.order").atField("until"));
        }
    }

    private static Optional<LocalDate> date(String typed, String field, List<Problem> problems) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException _) {
            problems.add(Problem.invalid("archive.search.problem.date", typed).atField(field));
            return Optional.empty();
        }
    }

    private Optional<UUID> id() {
        try {
            return Optional.of(UUID.fromString(message));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** What is meant; ask for it only where there are no problems. */
    Holds.Wanted wanted(ZoneId zone) {
        HoldScope meant = HoldScope.ofKey(scope).orElseThrow();
        boolean time = meant == HoldScope.TIME;
        return new Holds.Wanted(
                meant,
                time ? Optional.empty() : id().map(MessageId::new),
                time ? Optional.of(start(from, 0, zone)) : Optional.empty(),
                time ? Optional.of(start(until, 1, zone)) : Optional.empty(),
                reason,
                ends.isEmpty() ? Optional.empty() : Optional.of(start(ends, 0, zone)));
    }

    private static Instant start(String day, int later, ZoneId zone) {
        return LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
    }
}
