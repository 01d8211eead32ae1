package org.lisolo.cli.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Sentences of plain prose that name nobody: none of their words is written with a capital but the
 * first, which prose also has small, and they have no figures. Now and then each word gets a
 * capital, as in a title.
 */
final class PlainSentences {
    private static final Pattern ENDS = Pattern.compile("(?<=[.!?;])\\s+|\\n");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}'’-]+");
    private static final Pattern FIGURE = Pattern.compile("\\p{Nd}");
    private static final int MOST = 5000;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 300;

    private PlainSentences() {}

    static List<String> of(List<String> prose) {
        Set<String> small = small(prose);
        Set<String> plain = new LinkedHashSet<>();
        for (String text : prose) {
            for (String sentence : pieces(ENDS, text)) {
                if (isPlain(sentence.strip(), small)) {
                    plain.add(sentence.strip());
                }
            }
        }
        List<String> all = new ArrayList<>(plain);
        List<String> some = new ArrayList<>();
        int step = Math.max(1, all.size() / MOST);
        for (int i = 0; i < all.size(); i += step) {
            String sentence = all.get(i);
            some.add(Math.floorMod(sentence.hashCode(), 6) == 0 ? title(sentence) : sentence);
        }
        return some;
    }

    /** What stands between a pattern's places, without empty ends. */
    private static String[] pieces(Pattern between, String text) {
        return between.splitAsStream(text).toArray(String[]::new);
    }

    /** The words that stand small a few times. */
    private static Set<String> small(List<String> prose) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : prose) {
            for (String word : pieces(WORDS, text)) {
                if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
                    counts.merge(word, 1, Integer::sum);
                }
            }
        }
        Set<String> small = new HashSet<>();
        counts.forEach(
                (word, often) -> {
                    if (often > 4) {
                        small.add(word);
                    }
                });
        return small;
    }

    private static boolean isPlain(String sentence, Set<String> small) {
        if (sentence.length() < SHORTEST
                || sentence.length() > LONGEST
                || FIGURE.matcher(sentence).find()) {
            return false;
        }
        String[] words = pieces(WORDS, sentence);
        for (int i = 0; i < words.length; i++) {
            boolean capital = !words[i].isEmpty() && !Character.isLowerCase(words[i].charAt(0));
            if (capital && (i > 0 || !small.contains(words[0].toLowerCase(Locale.ROOT)))) {
                return false;
            }
        }
        return words.length > 3 && small.contains(words[1]);
    }

    private static String title(String sentence) {
        StringBuilder title = new StringBuilder(sentence);
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || title.charAt(i - 1) == ' ') {
                title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
            }
        }
        return title.toString();
    }
}
