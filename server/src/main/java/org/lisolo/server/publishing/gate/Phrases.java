package org.lisolo.server.publishing.gate;

import org.lisolo.screening.Match;
import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.screening.Span;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns of phrase that the gate knows, from {@code gate/phrases.txt}: a concern and a query of the
 * screening language on each line. Immutable.
 */
@Component
class Phrases {
    private static final String FILE = "gate/phrases.txt";

    /** A number and a unit in which medicines are given; a litre of water is none. */
    private static final Pattern DOSE =
            Pattern.compile(
                    "(?iu)\\b\\d+(?:[.,]\\d+)?\\s?(?:mg|mcg|µg|UI|IU|comprimés?|gélules?|ampoules?"
                            + "|tablets?|pills?|capsules?)\\b");

    private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]\\n]{1,80}]");

    private final RuleSet rules;

    /** Where a turn of phrase stands. */
    record Turn(Concern concern, Span span) {}

    Phrases() {
        List<Rule> read = new ArrayList<>();
        for (String line : lines()) {
            String[] parts = line.split("\\s*\\|\\s*", 2);
            Concern concern =
                    Concern.ofName(parts[0])
                            .orElseThrow(() -> new IllegalStateException(FILE + ": " + line));
            read.add(new Rule(concern.name() + "|" + read.size(), parts[1]));
        }
        rules = RuleSet.compile(read);
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every one in a text. */
    List<Turn> in(String text) {
        List<Turn> turns = new ArrayList<>();
        for (Match match : rules.screen(Post.of(text))) {
            String name = match.ruleId().substring(0, match.ruleId().indexOf('|'));
            if (!match.spans().isEmpty()) {
                turns.add(new Turn(Concern.valueOf(name), whole(match.spans())));
            }
        }
        find(DOSE, Concern.DOSE, text, turns);
        find(BLANK, Concern.BLANK, text, turns);
        return turns;
    }

    private static Span whole(List<Span> spans) {
        return new Span(
                spans.getFirst().start(), spans.stream().mapToInt(Span::end).max().orElseThrow());
    }

    private static void find(Pattern pattern, Concern concern, String text, List<Turn> turns) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            turns.add(new Turn(concern, new Span(found.start(), found.end())));
        }
    }
}
