package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is asked of the engine at its worst ends in bounded time, and with clear words. */
class BoundsTest {
    private static final int MEGABYTE = 1_000_000;

    private static Duration processorTime(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - began);
    }

    private static RuleSet rules(String... queries) {
        List<Rule> rules = new ArrayList<>();
        for (String query : queries) {
            rules.add(new Rule("r" + rules.size(), query));
        }
        return RuleSet.compile(rules);
    }

    @Test
    void screensAPostOfAMegabyte() {
        RuleSet rules =
                rules("a NEAR/100 b", "\"a b a b\"", "(a OR b) ONEAR/100 (a OR b)", "a*", "a?*");
        for (String text :
                List.of(
                        "a b ".repeat(MEGABYTE / 4),
                        "a".repeat(MEGABYTE),
                        "ab".repeat(MEGABYTE / 2),
                        "aaabbb".repeat(MEGABYTE / 6),
                        "#a @b_".repeat(MEGABYTE / 6),
                        "\u0301".repeat(MEGABYTE),
                        "\uFDFA".repeat(MEGABYTE / 2))) {
            assertThat(processorTime(() -> rules.screen(Post.of(text))))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void saysWhichOfThousandsOfRulesItCouldNotDecideOnAMegabyte() {
        List<Rule> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            String near = "(a OR c%d) NEAR/%d (b OR \"b a b\")".formatted(i, 1 + i % 100);
            many.add(new Rule("near%04d".formatted(i), near));
        }
        many.add(new Rule("word", "a AND NOT absent"));
        RuleSet set = RuleSet.compile(many);
        Post post = Post.of("a b ".repeat(MEGABYTE / 4));
        Screener screener = set.screener();
        assertThat(processorTime(() -> screener.screen(post))).isLessThan(Duration.ofSeconds(10));
        int matches = screener.matches().size();
        assertThat(matches).isEqualTo(many.size());
        assertThat(screener.undecided()).isBetween(1, 4_999);
        assertThat(set.screen(post))
                .filteredOn(match -> !match.undecided())
                .extracting(Match::ruleId)
                .contains("word", screener.ruleId(0));
        assertThat(screener.screen(Post.of("c7 puis b"))).isEqualTo(1);
        assertThat(screener.undecided()).isZero();
    }

    @Test
    void showsNoMoreWordsOfOnePostThanCanBeRead() {
        RuleSet set =
                RuleSet.compile(
                        IntStream.range(0, 3_000)
                                .mapToObj(i -> new Rule("r" + i, "a OR mot" + i))
                                .toList());
        Screener screener = set.screener();
        assertThat(screener.screen(Post.of("a ".repeat(MEGABYTE / 2)))).isEqualTo(3_000);
        assertThat(screener.spanTo(2_999)).isLessThanOrEqualTo(SpanBuffer.MOST_SPANS);
        assertThat(screener.spanTo(0)).isEqualTo(MEGABYTE / 2);
    }

    @Test
    void explainsAMegabyte() {
        Query query = (Query) Query.parse("a NEAR/2 b");
        Post post = Post.of("a b ".repeat(MEGABYTE / 4));
        assertThat(processorTime(() -> Explanation.of(query, post)))
                .isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void refusesALongerTextInClearWords() {
        Post post = Post.of("a".repeat(Post.MAX_LENGTH + 1));
        assertThatThrownBy(() -> rules("a").screen(post))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2000000 characters");
    }

    @Test
    void compilesARuleOf10000Alternatives() {
        String query =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "mot" + i)
                        .collect(Collectors.joining(" OR "));
        RuleSet rules = rules(query, "(" + query + ") NEAR/5 palu");
        assertThat(rules.screen(Post.of("un mot9999 du palu"))).hasSize(2);
        assertThat(rules.screen(Post.of("un mot10000 du palu"))).isEmpty();
        String tooMany =
                IntStream.range(0, 20_001)
                        .mapToObj(i -> "m" + i)
                        .collect(Collectors.joining(" OR "));
        assertThat(((QueryError) Query.parse(tooMany)).message(Locale.FRENCH))
                .contains("trop de mots");
    }

    @Test
    void endsOnPathologicalWildcards() {
        String[] queries =
                IntStream.range(0, 2000)
                        .mapToObj(i -> "a?????" + Integer.toString(i, 36) + "?*")
                        .toArray(String[]::new);
        RuleSet rules = rules(queries);
        Post post = Post.of("aaaaabbbbbccccc".repeat(20) + " " + "abcdefgh ".repeat(1000));
        assertThat(processorTime(() -> rules.screen(post))).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void decidesThousandsOfPhrasesOfTheSameTwoWords() {
        String[] queries =
                IntStream.range(0, 4096).mapToObj(BoundsTest::phrase).toArray(String[]::new);
        RuleSet rules = rules(queries);
        assertThat(rules.screen(Post.of("a b a a b b b a a b a a b a")))
                .extracting(Match::ruleId)
                .containsExactlyInAnyOrder(
                        "r" + 0b010011100100, "r" + 0b100111001001, "r" + 0b001110010010);
        Post post = Post.of("a b b a ".repeat(MEGABYTE / 8));
        Screener screener = rules.screener();
        assertThat(processorTime(() -> screener.screen(post))).isLessThan(Duration.ofSeconds(10));
        assertThat(screener.matches()).hasSizeGreaterThanOrEqualTo(4);
    }

    /** Twelve words, a for 0 and b for 1. */
    private static String phrase(int bits) {
        return IntStream.range(0, 12)
                .mapToObj(i -> (bits >> (11 - i) & 1) == 0 ? "a" : "b")
                .collect(Collectors.joining(" ", "\"", "\""));
    }

    @Test
    void addsARuleTo10000AndLeavesThemAsTheyWere() {
        List<Rule> rules =
                IntStream.range(0, 10_000)
                        .mapToObj(
                                i ->
                                        new Rule(
                                                "r" + i,
                                                "mot" + i + " AND (palu OR fievre" + i + ")"))
                        .toList();
        RuleSet set = RuleSet.compile(rules);
        RuleSet more = set.with(new Rule("new", "toux"));
        assertThat(more.screen(Post.of("la toux"))).hasSize(1);
        assertThat(more.size()).isEqualTo(10_001);
        assertThat(set.screen(Post.of("la toux"))).isEmpty();
    }

    @Test
    void makesNoObjectsWhileScreening() {
        RuleSet rules =
                rules(
                        "palu NEAR/3 enfant",
                        "#covid*",
                        "h?pital",
                        "lang:fr author:awa*",
                        "disguised:vaccin",
                        "{Ministère} OR \"la santé\"",
                        "cœur*",
                        "حمى",
                        "hospitalisation",
                        "NOT toux");
        Screener screener = rules.screener();
        Post post =
                Post.of(
                                "Le paluuuu d'un enfant à l'Hôpital #Covid_19, v4cc1n du Ministère"
                                        + " de la santé 👩‍⚕️, hospitalisation : le cœur, حمى")
                        .withLang("fr")
                        .withAuthor("@Awa");
        for (int i = 0; i < 200; i++) {
            screener.screen(post);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        int matches = 0;
        for (int i = 0; i < 1000; i++) {
            matches += screener.screen(post);
        }
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(matches).isEqualTo(10_000);
        assertThat(after - before).isLessThan(16_000); // one object a post, at its smallest
    }
}
