package org.lisolo.server.community.contributions;

import org.lisolo.server.message.Payload;
import org.lisolo.server.platform.Problem;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question to all with some answers to choose from, one for each person. It stands in the payload
 * of the event that opens a talk and nowhere else.
 *
 * @param choices as they were typed, in their order
 */
public record Poll(List<String> choices, Instant endsAt) {
    static final int LEAST = 2;
    static final int MOST = 6;
    static final int LONGEST = 80;
    static final List<Integer> DAYS = List.of(1, 3, 7, 14);

    private static final JsonMapper JSON = new JsonMapper();

    public Poll {
        choices = List.copyOf(choices);
    }

    /**
     * What somebody typed, a choice on each line.
     *
     * @return nothing, if they typed nothing
     */
    public static Optional<Poll> typed(String lines, int days, Instant now) {
        List<String> choices = choices(lines);
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        Problem.throwAny(wrong(lines));
        int checked = DAYS.contains(days) ? days : DAYS.getLast();
        return Optional.of(new Poll(choices, now.plus(Duration.ofDays(checked))));
    }

    private static List<String> choices(String lines) {
        return lines.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    /** What is wrong with the choices that somebody typed. */
    public static List<Problem> wrong(String lines) {
        List<String> choices = choices(lines);
        if (!choices.isEmpty() && (choices.size() < LEAST || choices.size() > MOST)) {
            return List.of(
                    Problem.invalid("discussions.problem.poll", LEAST, MOST).atField("choices"));
        }
        return choices.stream().anyMatch(choice -> choice.length() > LONGEST)
                ? List.of(
                        Problem.invalid("discussions.problem.poll.long", LONGEST)
                                .atField("choices"))
                : List.of();
    }

    Poll later(Duration time) {
        return new Poll(choices, endsAt.plus(time));
    }

    public void write(ObjectNode payload) {
        ObjectNode poll = payload.putObject("poll").put("endsAt", endsAt.toString());
        choices.forEach(poll.putArray("choices")::add);
    }

    static Optional<Poll> read(Payload payload) {
        try {
            return read(JSON.readTree(payload.bytes()));
        } catch (JacksonException _) {
            return Optional.empty(); // of another network, and not ours to read
        }
    }

    static Optional<Poll> read(JsonNode told) {
        JsonNode poll = told.path("poll");
        List<String> choices = new ArrayList<>();
        poll.path("choices").forEach(choice -> choices.add(choice.asString()));
        return choices.isEmpty()
                ? Optional.empty()
                : Optional.of(new Poll(choices, Instant.parse(poll.path("endsAt").asString())));
    }
}
