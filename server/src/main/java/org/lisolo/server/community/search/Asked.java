package org.lisolo.server.community.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The words that somebody looks for, all of which are to be there: without accents, as beginnings
 * of words and without the sign of the plural, as many type them.
 */
record Asked(List<String> words) {
    private static final int MOST = 8;
    private static final int LONGEST = 40;

    static Asked of(String typed) {
        return new Asked(
                Arrays.stream(plain(typed).split("[^\\p{L}\\p{Nd}]+", -1))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                        .map(Asked::singular)
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    private static String singular(String word) {
        return word.length() > 4 && (word.endsWith("s") || word.endsWith("x"))
                ? word.substring(0, word.length() - 1)
                : word;
    }

    /** As words are compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace('ɛ', 'e')
                .replace('ɔ', 'o');
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * For {@code to_tsquery('simple', …)}: there is nothing in the words but letters and digits.
     */
    String query() {
        return words.stream().map(word -> word + ":*").collect(Collectors.joining(" & "));
    }

    /** Whether a text has them all. */
    boolean isIn(String text) {
        List<String> there = List.of(plain(text).split("[^\\p{L}\\p{Nd}]+", -1));
        return words.stream()
                .allMatch(word -> there.stream().anyMatch(one -> one.startsWith(word)));
    }
}
