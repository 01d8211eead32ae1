package org.lisolo.screening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The language of rules once more, as slowly and obviously as it can be said: regular expressions
 * over lists of strings. Shares nothing with the engine; prints its own queries.
 */
final class ObviousMatcher {
    private ObviousMatcher() {}

    /** A query. */
    sealed interface Q {
        record Word(String word) implements Q {}

        record Phrase(List<String> words) implements Q {}

        record Exact(String word) implements Q {}

        record Mark(String mark) implements Q {}

        record Lang(String lang) implements Q {}

        record Author(String author) implements Q {}

        record Link() implements Q {}

        record And(List<Q> parts) implements Q {}

        record Or(List<Q> parts) implements Q {}

        record Not(Q part) implements Q {}

        record Near(Q left, Q right, int n, boolean ordered) implements Q {}
    }

    /** A place: first word, last word. */
    record At(int first, int last) {}

    /** A text cut into words, each as written. */
    record Text(Post post, List<String> words, List<List<String>> marks, List<At> markPlaces) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{Mn}\\p{Cf}]+");
    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}\\p{Mn}_])[#@][\\p{L}\\p{N}\\p{Mn}\\p{Cf}_]+");

    static String print(Q query) {
        return switch (query) {
            case Q.Word(String word) -> word;
            case Q.Phrase(List<String> words) -> "\"" + String.join(" ", words) + "\"";
            case Q.Exact(String word) -> "{" + word + "}";
            case Q.Mark(String mark) -> mark;
            case Q.Lang(String lang) -> "lang:" + lang;
            case Q.Author(String author) -> "author:" + author;
            case Q.Link() -> "has:link";
            case Q.And(List<Q> parts) ->
                    parts.stream()
                            .map(ObviousMatcher::print)
                            .collect(Collectors.joining(" AND ", "(", ")"));
            case Q.Or(List<Q> parts) ->
                    parts.stream()
                            .map(ObviousMatcher::print)
                            .collect(Collectors.joining(" OR ", "(", ")"));
            case Q.Not(Q part) -> "NOT " + print(part);
            case Q.Near(Q left, Q right, int n, boolean ordered) ->
                    "("
                            + print(left)
                            + (ordered ? " ONEAR/" : " NEAR/")
                            + n
                            + " "
                            + print(right)
                            + ")";
        };
    }

    static Text text(Post post) {
        List<String> words = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        Matcher word = WORD.matcher(post.text());
        while (word.find()) {
            if (!fold(word.group()).isEmpty()) {
                words.add(word.group());
                starts.add(word.start());
            }
        }
        List<List<String>> marks = new ArrayList<>();
        List<At> places = new ArrayList<>();
        Matcher mark = MARK.matcher(post.text());
        while (mark.find()) {
            List<Integer> inside = new ArrayList<>();
            for (int i = 0; i < words.size(); i++) {
                if (starts.get(i) >= mark.start() && starts.get(i) < mark.end()) {
                    inside.add(i);
                }
            }
            if (!inside.isEmpty()) {
                marks.add(List.copyOf(readings(mark.group())));
                places.add(new At(inside.getFirst(), inside.getLast()));
            }
        }
        return new Text(post, words, marks, places);
    }

    static boolean matches(Q query, Text text) {
        return switch (query) {
            case Q.And(List<Q> parts) -> parts.stream().allMatch(p -> matches(p, text));
            case Q.Or(List<Q> parts) -> parts.stream().anyMatch(p -> matches(p, text));
            case Q.Not(Q part) -> !matches(part, text);
            case Q.Lang(String lang) -> text.post.lang().equals(lang);
            case Q.Author(String author) ->
                    fold(text.post.author()).replace("@", "").equals(fold(author));
            case Q.Link() -> text.post.hasLink();
            case Q.Word _, Q.Phrase _, Q.Exact _, Q.Mark _, Q.Near _ ->
                    !places(query, text).isEmpty();
        };
    }

    private static Set<At> places(Q query, Text text) {
        Set<At> places = new LinkedHashSet<>();
        switch (query) {
            case Q.Word(String word) -> {
                for (int i = 0; i < text.words.size(); i++) {
                    if (is(word, text.words.get(i))) {
                        places.add(new At(i, i));
                    }
                }
            }
            case Q.Exact(String word) -> {
                for (int i = 0; i < text.words.size(); i++) {
                    if (composed(word).equals(composed(text.words.get(i)))) {
                        places.add(new At(i, i));
                    }
                }
            }
            case Q.Phrase(List<String> words) -> {
                for (int i = 0; i + words.size() <= text.words.size(); i++) {
                    boolean all = true;
                    for (int j = 0; j < words.size(); j++) {
                        all &= is(words.get(j), text.words.get(i + j));
                    }
                    if (all) {
                        places.add(new At(i, i + words.size() - 1));
                    }
                }
            }
            case Q.Mark(String mark) -> {
                for (int i = 0; i < text.marks.size(); i++) {
                    if (text.marks.get(i).stream()
                            .anyMatch(r -> regex(mark).matcher(r).matches())) {
                        places.add(text.markPlaces.get(i));
                    }
                }
            }
            case Q.Or(List<Q> parts) -> parts.forEach(p -> places.addAll(places(p, text)));
            case Q.Near(Q left, Q right, int n, boolean ordered) -> {
                for (At l : places(left, text)) {
                    for (At r : places(right, text)) {
                        int between = Math.max(l.first, r.first) - Math.min(l.last, r.last) - 1;
                        boolean disjoint = l.last < r.first || r.last < l.first;
                        if (disjoint && between <= n && (!ordered || l.last < r.first)) {
                            places.add(l);
                            places.add(r);
                        }
                    }
                }
            }
            case Q.And _, Q.Not _, Q.Lang _, Q.Author _, Q.Link _ ->
                    throw new IllegalStateException();
        }
        return places;
    }

    private static boolean is(String word, String written) {
        Pattern pattern = regex(word);
        return readings(written).stream().anyMatch(r -> pattern.matcher(r).matches());
    }

    /** A rule's word as a regular expression over folded words. */
    private static Pattern regex(String word) {
        return Pattern.compile(
                cut(fold(word)).replace("*", "[\\p{L}\\p{N}_]*").replace("?", "[\\p{L}\\p{N}_]"));
    }

    /** Every folded word a written word may stand for. */
    private static Set<String> readings(String written) {
        String small = composed(written).toLowerCase(Locale.ROOT);
        Matcher run = Pattern.compile("(\\p{L})\\1{2,}").matcher(small);
        if (!run.find()) {
            return Set.of(cut(fold(small)));
        }
        Set<String> readings = new LinkedHashSet<>();
        for (String rest : readings(small.substring(run.end()))) {
            for (int times = 1; times <= 3; times++) {
                String start = small.substring(0, run.start()) + run.group(1).repeat(times);
                readings.add(cut(fold(start) + rest));
            }
        }
        return readings;
    }

    private static String composed(String written) {
        return Normalizer.normalize(written.replaceAll("\\p{Cf}", ""), Normalizer.Form.NFC);
    }

    private static String fold(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return apart.replaceAll("[\\p{Mn}\\p{Cf}]", "").replace("œ", "oe").replace("ɔ", "o");
    }

    private static String cut(String folded) {
        return folded.replaceAll("(\\p{L})\\1{3,}", "$1$1$1");
    }
}
