package org.lisolo.server.directory;

import org.lisolo.server.directory.Wanted.Guess;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of what was typed what is looked for. Each word may be the beginning of one; a word that
 * begins none is taken for those that are most like it.
 */
@Component
class QueryReading {
    private final WordStore words;

    QueryReading(WordStore words) {
        this.words = words;
    }

    /**
     * Reads a form.
     *
     * @param lenient take words that do exist for similar ones, too; but a place that exists is
     *     that place
     */
    Wanted read(DirectoryForm form, boolean lenient) {
        List<String> asked = Words.asked(form.get("q"));
        List<String> place = Words.asked(form.get("where"));
        Set<String> all = new LinkedHashSet<>(asked);
        all.addAll(place);
        Set<String> known = all.isEmpty() ? Set.of() : words.beginnings(all);
        Set<String> doubtful = new LinkedHashSet<>(all);
        doubtful.removeAll(known);
        place.stream().filter(Places::isWord).forEach(doubtful::remove);
        if (lenient) {
            doubtful.addAll(asked);
        }
        doubtful.removeIf(word -> word.length() < 4);
        Map<String, List<String>> alike = doubtful.isEmpty() ? Map.of() : words.alike(doubtful);
        List<String> terms = new ArrayList<>();
        asked.forEach(word -> terms.add(term(word, "", known, alike)));
        String at =
                Wanted.allOf(place.stream().map(word -> term(word, "at:", known, alike)).toList());
        terms.addAll(tags(form));
        terms.add(at);
        return new Wanted(
                Wanted.allOf(terms),
                Wanted.allOf(asked.stream().map(Wanted::beginning).toList()),
                at,
                guesses(all, known, alike),
                form.is("open"));
    }

    private static String term(
            String word, String before, Set<String> known, Map<String, List<String>> alike) {
        List<String> any = new ArrayList<>();
        List<String> others = alike.getOrDefault(word, List.of());
        if (known.contains(word) || others.isEmpty()) {
            any.add(Wanted.beginning(before + word));
        }
        others.forEach(other -> any.add(Wanted.exactly(before + other)));
        return Wanted.anyOf(any);
    }

    private static List<String> tags(DirectoryForm form) {
        List<String> tags = new ArrayList<>();
        for (String field : List.of("kind", "speciality", "service", "condition", "language")) {
            if (form.is(field)) {
                tags.add(Wanted.exactly(field + ":" + form.get(field)));
            }
        }
        if (form.is("emergency")) {
            tags.add(Wanted.exactly("is:emergency"));
        }
        return tags;
    }

    private static List<Guess> guesses(
            Set<String> all, Set<String> known, Map<String, List<String>> alike) {
        List<Guess> guesses = new ArrayList<>();
        for (String word : all) {
            List<String> others = alike.getOrDefault(word, List.of());
            if (!known.contains(word) && !others.isEmpty()) {
                guesses.add(new Guess(word, others.getFirst()));
            }
        }
        return guesses;
    }
}
