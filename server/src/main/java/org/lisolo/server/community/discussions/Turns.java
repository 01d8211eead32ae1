package org.lisolo.server.community.discussions;

import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.community.contributions.Words;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Knows a question of what to take, of which kind nobody can answer from afar, from {@code
 * community/turns.txt}. Immutable.
 */
@Component
class Turns {
    private final RuleSet rules;

    Turns() {
        List<Rule> read = new ArrayList<>();
        for (String line : lines()) {
            read.add(new Rule("turn-" + read.size(), line));
        }
        rules = RuleSet.compile(read);
    }

    private static List<String> lines() {
        try {
            return new ClassPathResource("community/turns.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOfWhatToTake(Words words) {
        return !rules.screen(Post.of(words.title() + "\n" + words.text())).isEmpty();
    }
}
