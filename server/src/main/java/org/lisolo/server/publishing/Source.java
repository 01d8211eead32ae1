package org.lisolo.server.publishing;

import org.lisolo.server.platform.Problem;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a statement comes from. Written as one line, its parts between bars: {@code title |
 * publisher | date | address}.
 *
 * @param date as it stands there, at least a year
 * @param url empty for what is only on paper
 */
public record Source(String title, String publisher, String date, String url) {
    private static final int MOST = 12;
    private static final int LONGEST_LINE = 600;

    /** All that stand in a text, one a line; what is missing in a line is empty. */
    public static List<Source> parse(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(Source::of).toList();
    }

    private static Source of(String line) {
        String[] parts = line.split("\\|", 4);
        return new Source(part(parts, 0), part(parts, 1), part(parts, 2), part(parts, 3));
    }

    private static String part(String[] parts, int number) {
        return number < parts.length ? parts[number].strip() : "";
    }

    /** What is wrong with such a text, said of this field. */
    public static List<Problem> problems(String lines, String field) {
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = parse(lines);
        if (sources.size() > MOST || lines.lines().anyMatch(l -> l.length() > LONGEST_LINE)) {
            problems.add(Problem.invalid("publishing.sources.many", MOST).atField(field));
        }
        for (Source source : sources) {
            if (source.title.isEmpty() || !source.date.matches(".*\\d{4}.*")) {
                problems.add(Problem.invalid("publishing.sources.parts").atField(field));
            } else if (!source.url.isEmpty() && !isAddress(source.url)) {
                problems.add(Problem.invalid("publishing.sources.address").atField(field));
            }
        }
        return problems.stream().limit(1).toList();
    }

    private static boolean isAddress(String typed) {
        try {
            URI uri = new URI(typed);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /** As a reader is told: who, what, when. */
    public String said() {
        return Stream.of(publisher, title, date)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
