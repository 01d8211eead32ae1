package org.lisolo.server.publishing.posts;

import org.lisolo.server.platform.Sentences;
import org.lisolo.server.platform.TableFile;
import org.lisolo.server.publishing.Topic;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of a table of planned posts, by the names that people give them. */
final class PlannedColumns {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("jour", "day"),
                    Map.entry("day", "day"),
                    Map.entry("date", "day"),
                    Map.entry("heure", "time"),
                    Map.entry("time", "time"),
                    Map.entry("fuseau", "zone"),
                    Map.entry("zone", "zone"),
                    Map.entry("langue", "language"),
                    Map.entry("language", "language"),
                    Map.entry("sujet", "topic"),
                    Map.entry("topic", "topic"),
                    Map.entry("titre", "title"),
                    Map.entry("title", "title"),
                    Map.entry("texte", "text"),
                    Map.entry("text", "text"),
                    Map.entry("version courte", "brief"),
                    Map.entry("brief", "brief"),
                    Map.entry("source", "sources"),
                    Map.entry("sources", "sources"));

    private static final List<DateTimeFormatter> DAYS =
            List.of(
                    DateTimeFormatter.ISO_LOCAL_DATE,
                    DateTimeFormatter.ofPattern("d/M/uuuu"),
                    DateTimeFormatter.ofPattern("d.M.uuuu"));
    private static final List<DateTimeFormatter> TIMES =
            List.of(
                    DateTimeFormatter.ofPattern("H:mm[:ss]"),
                    DateTimeFormatter.ofPattern("H'h'mm"),
                    DateTimeFormatter.ofPattern("H 'h' mm"));

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> topics = new HashMap<>();

    PlannedColumns(TableFile.Row head, Sentences sentences) {
        for (int column = 0; column < head.cells().size(); column++) {
            String field = NAMES.get(folded(head.cell(column)));
            if (field != null) {
                places.putIfAbsent(field, column);
            }
        }
        for (Topic topic : Topic.values()) {
            topics.put(folded(topic.key()), topic.key());
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                String name = sentences.say(locale, "publishing.topic." + topic.key());
                topics.put(folded(name), topic.key());
            }
        }
    }

    /** Without a text there is nothing to make a draft of. */
    boolean haveText() {
        return places.containsKey("text");
    }

    /** As the composer's form would have them. */
    PostForm form(TableFile.Row row) {
        Map<String, String> fields = new HashMap<>();
        places.forEach((field, column) -> fields.put(field, row.cell(column)));
        fields.computeIfPresent("day", (_, typed) -> day(typed));
        fields.computeIfPresent("time", (_, typed) -> time(typed));
        fields.computeIfPresent("language", (_, typed) -> language(typed));
        fields.computeIfPresent("topic", (_, typed) -> topics.getOrDefault(folded(typed), typed));
        return new PostForm(fields);
    }

    private static String language(String typed) {
        String folded = folded(typed);
        return folded.startsWith("en") || folded.startsWith("an") ? "en" : "fr";
    }

    private static String day(String typed) {
        return DAYS.stream()
                .flatMap(format -> parsed(() -> LocalDate.parse(typed.strip(), format)).stream())
                .map(LocalDate::toString)
                .findFirst()
                .orElse(typed);
    }

    private static String time(String typed) {
        String plain = typed.strip().replaceFirst("[hH]$", "h00");
        return TIMES.stream()
                .flatMap(format -> parsed(() -> LocalTime.parse(plain, format)).stream())
                .map(LocalTime::toString)
                .findFirst()
                .orElse(typed);
    }

    private static <T> Optional<T> parsed(java.util.function.Supplier<T> parsing) {
        try {
            return Optional.of(parsing.get());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
