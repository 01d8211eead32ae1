package org.lisolo.cli.screening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Texts whose identifiers are known, from files of JSON lines with id, text and spans. */
final class GoldTexts {
    private static final Pattern VARIANT = Pattern.compile("-drc\\d+$");

    private GoldTexts() {}

    /**
     * A known identifier.
     *
     * @param start first UTF-16 unit
     * @param end one past the last
     * @param label as the file has it
     */
    record Mark(int start, int end, String label) {}

    /**
     * A known text.
     *
     * @param corpus the name of its file without its end
     * @param key by which it is on one side or the other: the same for texts of one template
     */
    record Gold(String corpus, String id, String key, String lang, String text, List<Mark> marks) {}

    static List<Gold> read(Path file) throws IOException {
        String corpus = Objects.toString(file.getFileName(), "").replaceFirst("\\.jsonl$", "");
        List<Gold> all = new ArrayList<>();
        for (Map<String, Object> line : JsonObjects.read(file)) {
            String text = JsonObjects.text(line, "text");
            List<Mark> marks = new ArrayList<>();
            for (Map<String, Object> span : JsonObjects.objects(line, "spans")) {
                marks.add(
                        new Mark(
                                unit(text, JsonObjects.number(span, "start")),
                                unit(text, JsonObjects.number(span, "end")),
                                JsonObjects.text(span, "label")));
            }
            String id = JsonObjects.text(line, "id");
            String key = line.containsKey("template_id") ? template(text, marks) : id;
            key = VARIANT.matcher(key).replaceAll("");
            all.add(new Gold(corpus, id, key, JsonObjects.text(line, "lang"), text, marks));
        }
        return all;
    }

    private static int unit(String text, int codePoint) {
        return text.offsetByCodePoints(
                0, Math.min(codePoint, text.codePointCount(0, text.length())));
    }

    /** The letters of a text outside of its marks. */
    private static String template(String text, List<Mark> marks) {
        StringBuilder rest = new StringBuilder(text);
        marks.stream()
                .sorted((a, b) -> b.start() - a.start())
                .forEach(
                        m -> {
                            if (m.end() <= rest.length()) {
                                rest.delete(m.start(), m.end());
                            }
                        });
        return rest.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
    }
}
