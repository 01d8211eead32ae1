package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Shortened;
import org.lisolo.server.publishing.Source;
import org.lisolo.server.publishing.Topic;
import org.lisolo.server.publishing.gate.Draft;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A draft as it was typed. */
public record PostForm(Map<String, String> typed) {
    /** Before a channel's id in the name of the box that chooses it. */
    public static final String TO = "to-";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final String FIRST = "first";
    private static final String SECOND = "second";

    static final int LONGEST_TITLE = 150;
    static final int LONGEST_TEXT = 10_000;
    static final int LONGEST_BRIEF = 1_000;
    static final int LONGEST_SOURCES = 4_000;

    public PostForm {
        Map<String, String> clean = new HashMap<>();
        typed.forEach(
                (name, value) ->
                        clean.put(name, value.replace("\0", "").replace("\r\n", "\n").strip()));
        typed = Map.copyOf(clean);
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    int edition() {
        return value("edition").matches("\\d{1,8}") ? Integer.parseInt(value("edition")) : -1;
    }

    /** What is kept even where it can't be said yet; too long a text is refused. */
    PostContent content() {
        return new PostContent(
                value("language").equals("en") ? "en" : "fr",
                Topic.ofKey(value("topic")).orElse(Topic.ORGANISATION),
                value("title"),
                value("text"),
                value("brief"),
                value("sources"),
                !value("considered").isEmpty(),
                targets());
    }

    private List<PostTarget> targets() {
        return typed.entrySet().stream()
                .filter(field -> field.getKey().startsWith(TO) && !field.getValue().isEmpty())
                .map(field -> field.getKey().substring(TO.length()))
                .filter(id -> ID.matcher(id).matches())
                .sorted()
                .map(id -> new PostTarget(new ChannelId(UUID.fromString(id)), variant(id)))
                .toList();
    }

    /** The words for this channel alone. */
    public String variant(String channel) {
        return value(Draft.VARIANT + channel);
    }

    public boolean isTo(String channel) {
        return !value(TO + channel).isEmpty();
    }

    /** What must be mended before it can be kept. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        tooLong("title", LONGEST_TITLE, problems);
        tooLong("text", LONGEST_TEXT, problems);
        tooLong("brief", LONGEST_BRIEF, problems);
        tooLong("sources", LONGEST_SOURCES, problems);
        typed.keySet().stream()
                .filter(field -> field.startsWith(Draft.VARIANT))
                .forEach(field -> tooLong(field, LONGEST_TEXT, problems));
        return problems;
    }

    private void tooLong(String field, int most, List<Problem> problems) {
        if (value(field).length() > most) {
            problems.add(Problem.invalid("publishing.problem.long", most).atField(field));
        }
    }

    /** What must be mended before somebody can be asked. */
    List<Problem> problemsInAsking() {
        List<Problem> problems = new ArrayList<>(problems());
        if (value("text").isEmpty()) {
            problems.add(Problem.invalid("posts.problem.empty").atField("text"));
        }
        if (Topic.ofKey(value("topic")).isEmpty()) {
            problems.add(Problem.invalid("publishing.notopic").atField("topic"));
        }
        problems.addAll(Source.problems(value("sources"), "sources"));
        return problems;
    }

    /**
     * When it is to be said; empty for as soon as it may.
     *
     * @throws Problem if that is no time, or one that has passed
     */
    Optional<Instant> when(ZoneId zone, Instant now) {
        return when(zone, now, value("turn"));
    }

    /** The same; of an hour that comes twice the first where nobody said which. */
    Optional<Instant> whenFirst(ZoneId zone, Instant now) {
        return when(zone, now, value("turn").isEmpty() ? FIRST : value("turn"));
    }

    private Optional<Instant> when(ZoneId zone, Instant now, String turn) {
        if (value("day").isEmpty() && value("time").isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = read("day", LocalDate::parse);
        LocalTime time = read("time", LocalTime::parse);
        Instant first = new WallClock(zone).at(day, time);
        Instant second = new WallClock(zone).times(day, time).getLast();
        if (!second.equals(first) && !turn.equals(FIRST) && !turn.equals(SECOND)) {
            throw Problem.invalid("posts.problem.twice").atField("turn");
        }
        Instant when = turn.equals(SECOND) ? second : first;
        if (!when.isAfter(now)) {
            throw Problem.invalid("posts.problem.past").atField("day");
        }
        return Optional.of(when);
    }

    private <T> T read(String field, Function<String, T> parse) {
        if (value(field).isEmpty()) {
            throw Problem.invalid("posts.problem.when").atField(field);
        }
        try {
            return parse.apply(value(field));
        } catch (DateTimeException _) {
            throw Problem.invalid("posts.problem." + field, Shortened.of(value(field), 40))
                    .atField(field);
        }
    }

    /** How the two times are told apart that the clock shows what is typed; empty for one. */
    public List<String> twice(ZoneId zone) {
        try {
            var clock = new WallClock(zone);
            List<Instant> times =
                    clock.times(LocalDate.parse(value("day")), LocalTime.parse(value("time")));
            return times.size() < 2 ? List.of() : times.stream().map(clock::offset).toList();
        } catch (DateTimeException _) {
            return List.of();
        }
    }

    /** What is typed for a time: its day, its hour, and which of two where the hour comes twice. */
    static Map<String, String> fields(Instant at, ZoneId zone) {
        ZonedDateTime then = at.atZone(zone);
        return Map.of(
                "day",
                then.toLocalDate().toString(),
                "time",
                then.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                "turn",
                new WallClock(zone).isSecond(at) ? SECOND : FIRST);
    }
}
