package org.lisolo.cli.screening;

import org.lisolo.screening.Query;
import org.lisolo.screening.QueryError;
import org.lisolo.screening.QueryWarning;
import org.lisolo.screening.Rule;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A file of rules, one a line: id, tab, query. Empty lines are passed over.
 *
 * @param errors what is wrong with it, each with its line
 * @param warnings what a writer of rules may want to know, each with its line
 */
record RuleFile(List<Rule> rules, List<String> errors, List<String> warnings) {

    static RuleFile read(Path path, Locale locale) throws IOException {
        Reading reading = new Reading(path.toString(), locale);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(path), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                reading.line(line);
                line = lines.readLine();
            }
        }
        return new RuleFile(reading.rules, reading.errors, reading.warnings);
    }

    private static final class Reading {
        private final String name;
        private final Locale locale;
        private final List<Rule> rules = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final Map<String, Integer> lineOf = new HashMap<>();
        private int number;

        Reading(String name, Locale locale) {
            this.name = name;
            this.locale = locale;
        }

        void line(String line) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                return;
            }
            int tab = text.indexOf('\t');
            if (tab <= 0) {
                error(Wording.of("rules.tab", locale));
                return;
            }
            String id = text.substring(0, tab);
            Integer before = lineOf.putIfAbsent(id, number);
            if (before != null) {
                error(Wording.of("rules.twice", locale, id, before));
                return;
            }
            String query = text.substring(tab + 1);
            switch (Query.parse(query)) {
                case QueryError error -> error(id + ": " + error.message(locale));
                case Query read -> {
                    rules.add(new Rule(id, query));
                    for (QueryWarning warning : read.warnings()) {
                        warnings.add(place() + id + ": " + warning.message(locale));
                    }
                }
            }
        }

        private void error(String sentence) {
            errors.add(place() + sentence);
        }

        private String place() {
            return name + ":" + number + ": ";
        }
    }
}
