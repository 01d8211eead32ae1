package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.screening.ObviousMatcher.Q;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The engine beside a slow obvious matcher and beside the explanation, on random pairs. */
class AgreementTest {
    private static final List<String> STEMS =
            List.of(
                    "palu",
                    "paludisme",
                    "fièvre",
                    "Fievre",
                    "hôpital",
                    "œdème",
                    "oedeme",
                    "créée",
                    "cree",
                    "creee",
                    "mɔtɔ",
                    "moto",
                    "a",
                    "b",
                    "c",
                    "d",
                    "ab",
                    "abc",
                    "abcd",
                    "covid19",
                    "19",
                    "vaccin",
                    "vaccins",
                    "vaccinée",
                    "ﬁèvre",
                    "ＣＯＶＩＤ",
                    "covid",
                    "e\u0301cole",
                    "école",
                    "École",
                    "aa",
                    "aab",
                    "aaab",
                    "www",
                    "w",
                    "paludismes",
                    "anticonstitutionnelle",
                    "anticonstitutionnellement",
                    "anticorruptionnelle");
    private static final List<String> BETWEEN =
            List.of(
                    " ", " ", " ", " ", ", ", "-", "'", "’", ". ", " / ", "\n", " 👩‍⚕️ ", "_",
                    " #", " @", "@", "#", " «", "... ");

    private final Random random = new Random(4);

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String writtenWord() {
        String word = one(STEMS);
        return switch (random.nextInt(10)) {
            case 0 -> word.toUpperCase(java.util.Locale.ROOT);
            case 1, 2 -> drawnOut(word);
            case 3 -> drawnOut(drawnOut(word));
            case 4 -> word.substring(0, 1) + "\u200B" + word.substring(1);
            default -> word;
        };
    }

    private String drawnOut(String word) {
        int at = random.nextInt(word.length());
        char c = word.charAt(at);
        if (!Character.isLetter(c) || "œﬁ".indexOf(c) >= 0) {
            return word; // a ligature is two letters, so none of them stands thrice in a row
        }
        String more = Character.toString(c).repeat(1 + random.nextInt(4));
        return word.substring(0, at) + more + word.substring(at);
    }

    private Post post() {
        StringBuilder text = new StringBuilder();
        int words = random.nextInt(12);
        for (int i = 0; i < words; i++) {
            text.append(one(BETWEEN)).append(writtenWord());
        }
        return Post.of(text.append(one(BETWEEN)).toString())
                .withLang(one(List.of("fr", "en", "")))
                .withAuthor(one(List.of("@Awa", "jean", "")))
                .withLink(random.nextBoolean());
    }

    private String word() {
        String word = one(STEMS);
        return switch (random.nextInt(8)) {
            case 0 -> word.substring(0, 1 + random.nextInt(word.length())) + "*";
            case 1 -> {
                int at = 1 + random.nextInt(word.length());
                yield word.substring(0, at) + "?" + word.substring(Math.min(word.length(), at + 1));
            }
            default -> word;
        };
    }

    private Q placed(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0, 1, 2 -> new Q.Word(word());
            case 3 ->
                    new Q.Phrase(Stream.generate(this::word).limit(2 + random.nextInt(2)).toList());
            case 4 ->
                    random.nextBoolean()
                            ? new Q.Exact(one(STEMS))
                            : new Q.Mark(
                                    one(List.of("#", "@")) + one(STEMS) + one(List.of("", "*")));
            case 5, 6 -> new Q.Or(List.of(placed(depth - 1), placed(depth - 1)));
            default ->
                    new Q.Near(
                            placed(depth - 1),
                            placed(depth - 1),
                            random.nextInt(4),
                            random.nextBoolean());
        };
    }

    private Q query(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 0, 1, 2 -> placed(2);
            case 3 ->
                    one(
                            List.of(
                                    new Q.Lang("fr"),
                                    new Q.Lang("en"),
                                    new Q.Author("awa"),
                                    new Q.Link()));
            case 4, 5 -> new Q.And(List.of(query(depth - 1), query(depth - 1)));
            case 6 -> new Q.And(List.of(query(depth - 1), query(depth - 1), query(depth - 1)));
            case 7 -> new Q.Or(List.of(query(depth - 1), query(depth - 1)));
            default -> new Q.Not(query(depth - 1));
        };
    }

    @Test
    void agreesOn100000PairsOfRuleAndPost() {
        int matched = 0;
        for (int round = 0; round < 50; round++) {
            Map<String, Q> queries = new TreeMap<>();
            List<Rule> rules = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                Q query = query(2);
                String id = "r%02d".formatted(i);
                queries.put(id, query);
                rules.add(new Rule(id, ObviousMatcher.print(query)));
            }
            RuleSet set = RuleSet.compile(rules);
            for (int i = 0; i < 50; i++) {
                matched += compare(set, queries, post());
            }
        }
        assertThat(matched).isBetween(10_000, 90_000);
    }

    private static int compare(RuleSet set, Map<String, Q> queries, Post post) {
        ObviousMatcher.Text text = ObviousMatcher.text(post);
        List<Match> matches = set.screen(post);
        List<String> expected =
                queries.keySet().stream()
                        .filter(id -> ObviousMatcher.matches(queries.get(id), text))
                        .toList();
        assertThat(matches)
                .as(() -> post + " " + differing(queries, matches, expected))
                .extracting(Match::ruleId)
                .isEqualTo(expected);
        for (Match match : matches) {
            Explanation why = set.explain(match.ruleId(), post).orElseThrow();
            assertThat(match.spans())
                    .as(() -> post + " " + ObviousMatcher.print(queries.get(match.ruleId())))
                    .isEqualTo(why.spans());
        }
        return matches.size();
    }

    private static String differing(
            Map<String, Q> queries, List<Match> matches, List<String> expected) {
        List<String> found = matches.stream().map(Match::ruleId).toList();
        return queries.keySet().stream()
                .filter(id -> found.contains(id) != expected.contains(id))
                .map(id -> ObviousMatcher.print(queries.get(id)))
                .toList()
                .toString();
    }
}
