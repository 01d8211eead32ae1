package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PieceId;
import org.springframework.util.MultiValueMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A campaign as it was typed. */
public record CampaignForm(MultiValueMap<String, String> typed) {
    private static final int LONGEST_NAME = 150;
    private static final int LONGEST = 2_000;
    private static final int MOST_DAYS = 732;

    public String value(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "").replace("\0", "").strip();
    }

    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    int version() {
        return value("version").matches("\\d{1,8}") ? Integer.parseInt(value("version")) : 0;
    }

    Set<PieceId> pieces() {
        Set<PieceId> pieces = new HashSet<>();
        typed.getOrDefault("piece", List.of())
                .forEach(one -> Addresses.id(one).map(PieceId::new).ifPresent(pieces::add));
        return pieces;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (value("name").isEmpty() || value("name").length() > LONGEST_NAME) {
            problems.add(Problem.invalid("campaigns.problem.name", LONGEST_NAME).atField("name"));
        }
        if (value("goal").isEmpty()) {
            problems.add(Problem.invalid("campaigns.problem.goal").atField("goal"));
        }
        for (String field : List.of("goal", "audience", "hashtags")) {
            if (value(field).length() > LONGEST) {
                problems.add(Problem.invalid("publishing.problem.long", LONGEST).atField(field));
            }
        }
        if (!tags().stream().allMatch(tag -> tag.matches("#[\\p{L}\\p{N}_]{1,60}"))) {
            problems.add(Problem.invalid("campaigns.problem.tags").atField("hashtags"));
        }
        if (plan().isEmpty()) {
            problems.add(
                    Problem.invalid("campaigns.problem.days")
                            .atField(value("begins").isEmpty() ? "begins" : "ends"));
        }
        return problems;
    }

    private List<String> tags() {
        return Arrays.stream(value("hashtags").split("[\\s,]+", -1))
                .filter(tag -> !tag.isEmpty())
                .map(tag -> tag.startsWith("#") ? tag : "#" + tag)
                .distinct()
                .toList();
    }

    /** Empty where the days are none, end before they begin, or are too many. */
    Optional<Campaign.Plan> plan() {
        try {
            LocalDate begins = LocalDate.parse(value("begins"));
            LocalDate ends = LocalDate.parse(value("ends"));
            return ends.isBefore(begins) || ends.isAfter(begins.plusDays(MOST_DAYS))
                    ? Optional.empty()
                    : Optional.of(
                            new Campaign.Plan(
                                    value("name"),
                                    value("goal"),
                                    value("audience"),
                                    tags().stream().collect(Collectors.joining(" ")),
                                    begins,
                                    ends));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
