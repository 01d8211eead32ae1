package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.conversations.Promise.Work;
import org.lisolo.server.publishing.posts.ApprovalOrder;
import org.springframework.util.MultiValueMap;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The promise and the safe places, as typed. */
record SettingsForm(MultiValueMap<String, String> typed) {
    private static final int LONGEST = 300;

    private String value(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").replace("\0", "").strip();
    }

    Set<DayOfWeek> days() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        typed.getOrDefault("days", List.of()).stream()
                .filter(day -> day.matches("[1-7]"))
                .forEach(day -> days.add(DayOfWeek.of(Integer.parseInt(day))));
        return days;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (hours() < 1 || hours() > Promise.LONGEST) {
            problems.add(
                    Problem.invalid("conversations.problem.hours", Promise.LONGEST)
                            .atField("hours"));
        }
        boolean times = !value("opens").isEmpty() || !value("closes").isEmpty();
        if ((times || !days().isEmpty()) && work().isEmpty()) {
            problems.add(Problem.invalid("conversations.problem.work").atField("opens"));
        }
        for (String field : List.of("phone", "place", "link")) {
            if (value(field).length() > LONGEST) {
                problems.add(Problem.invalid("publishing.problem.long", LONGEST).atField(field));
            }
        }
        if (!value("link").isEmpty() && !value("link").matches("https?://[^\\s]+")) {
            problems.add(Problem.invalid("conversations.problem.link").atField("link"));
        }
        return problems;
    }

    private int hours() {
        return value("hours").matches("\\d{1,4}") ? Integer.parseInt(value("hours")) : 0;
    }

    private Optional<Work> work() {
        try {
            LocalTime opens = LocalTime.parse(value("opens"));
            LocalTime closes = LocalTime.parse(value("closes"));
            return days().isEmpty() || !opens.isBefore(closes)
                    ? Optional.empty()
                    : Optional.of(new Work(days(), opens, closes));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Who has to agree to answers; compliance where nobody was chosen for what was found. */
    ApprovalOrder order() {
        List<Role> raised = roles("raised1", "raised2");
        return new ApprovalOrder(
                roles("ordinary"), raised.isEmpty() ? List.of(Role.COMPLIANCE) : raised);
    }

    private List<Role> roles(String... fields) {
        List<Role> roles = new ArrayList<>();
        for (String field : fields) {
            ApprovalOrder.ROLES.stream()
                    .filter(role -> role.name().equals(value(field)) && !roles.contains(role))
                    .forEach(roles::add);
        }
        return roles;
    }

    ConversationSettings settings() {
        return new ConversationSettings(
                new Promise(hours(), work()), value("phone"), value("place"), value("link"));
    }
}
