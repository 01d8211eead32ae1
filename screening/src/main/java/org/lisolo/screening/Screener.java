package org.lisolo.screening;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Screens posts one after the other with one {@link RuleSet}, using its arrays again: once they
 * have grown to the posts at hand, screening a post makes no object. For one thread at a time; a
 * thread keeps its own.
 *
 * <pre>{@code
 * int matches = screener.screen(post);
 * for (int i = 0; i < matches; i++) {
 *     screener.ruleId(i);
 *     for (int s = screener.spanFrom(i); s < screener.spanTo(i); s++) {
 *         screener.spanStart(s);
 *         screener.spanEnd(s);
 *     }
 * }
 * }</pre>
 */
public final class Screener {
    private static final int MOST_INSERTED = 32;

    private final Automaton automaton;
    private final PostScanner scanner;
    private final Occurrences found;
    private final SpanBuffer spans = new SpanBuffer();

    /** For each rule, the post it was last tried on. */
    private final int[] tried;

    private int[] likely = new int[16];
    private int likelyCount;
    private int post;
    private int[] matched = new int[16];
    private int[] spanFrom = new int[17];
    private int matches;
    private int[] undecided = new int[4];
    private int undecidedCount;

    Screener(Automaton automaton) {
        this.automaton = automaton;
        this.found = new Occurrences(automaton.postingStart);
        this.scanner = new PostScanner(automaton, found);
        this.tried = new int[automaton.ruleIds.length];
    }

    /**
     * Finds the rules that are true of a post, in the order of their ids.
     *
     * @return how many; the results stay until the next post
     * @throws IllegalArgumentException if the text is longer than {@link Post#MAX_LENGTH}
     */
    public int screen(Post post) {
        begin();
        scanner.scan(post);
        tryRules();
        sort(matched, matches);
        sort(undecided, undecidedCount);
        spans.clear();
        spanFrom[0] = 0;
        found.allow(Occurrences.MOST_STEPS);
        for (int i = 0; i < matches; i++) {
            spans(automaton.whole[matched[i]], spanFrom[i]);
            spanFrom[i + 1] = spans.count();
        }
        return matches;
    }

    /** Sorts the few rules that usually match a post, or the many. */
    private static void sort(int[] rules, int count) {
        if (count > MOST_INSERTED) {
            Arrays.sort(rules, 0, count);
            return;
        }
        for (int i = 1; i < count; i++) {
            int rule = rules[i];
            int at = i;
            while (at > 0 && rules[at - 1] > rule) {
                rules[at] = rules[--at];
            }
            rules[at] = rule;
        }
    }

    private void spans(Node rule, int from) {
        try {
            rule.spans(found, spans);
            spans.tidy(from);
        } catch (Spent _) {
            spans.cut(from);
        }
    }

    private void begin() {
        matches = 0;
        undecidedCount = 0;
        post++;
        if (post == 0) { // after 2^32 posts the numbers begin again
            Arrays.fill(tried, 0);
            post = 1;
        }
    }

    private void tryRules() {
        for (int rule : automaton.always) {
            decide(rule, automaton.test[rule]);
        }
        gather();
        for (int i = 0; i < likelyCount; i++) {
            int rule = likely[i];
            if (tried[rule] != post) {
                tried[rule] = post;
                decide(rule, automaton.test[rule]);
            }
        }
    }

    /** Gathers the rules of which both units are there, without a branch on the second. */
    private void gather() {
        int[] postings = automaton.postings;
        int count = 0;
        for (int i = 0; i < found.listCount; i++) {
            int list = found.lists[i];
            int end = list + 2 * postings[list];
            if (likely.length < count + postings[list]) {
                likely = Arrays.copyOf(likely, 2 * (count + postings[list]));
            }
            for (int at = list + 1; at < end; at += 2) {
                likely[count] = postings[at]; // stays only if the next line steps past it
                count += found.count(postings[at + 1]);
            }
        }
        likelyCount = count;
    }

    private void decide(int rule, @Nullable Node test) {
        try {
            if (test == null || test.isTrue(found)) {
                match(rule);
            }
        } catch (Spent _) {
            if (undecidedCount == undecided.length) {
                undecided = Arrays.copyOf(undecided, undecidedCount * 2);
            }
            undecided[undecidedCount++] = rule;
        }
    }

    private void match(int rule) {
        if (matches == matched.length) {
            matched = Arrays.copyOf(matched, matches * 2);
            spanFrom = Arrays.copyOf(spanFrom, matches * 2 + 1);
        }
        matched[matches++] = rule;
    }

    /**
     * How many rules could not be decided on the post screened last: those that need the places of
     * words, in a text where the rules' words stand so often that their work was more than is
     * allowed for one post. None, for posts of any usual length.
     */
    public int undecided() {
        return undecidedCount;
    }

    /** The id of the i-th rule that could not be decided. */
    public String undecidedRuleId(int i) {
        return automaton.ruleIds[undecided[i]];
    }

    /** The id of the rule of match i. */
    public String ruleId(int i) {
        return automaton.ruleIds[matched[i]];
    }

    /** The first span of match i. */
    public int spanFrom(int i) {
        return spanFrom[i];
    }

    /** One past the last span of match i. */
    public int spanTo(int i) {
        return spanFrom[i + 1];
    }

    /** Where a span starts in the text, in UTF-16 units. */
    public int spanStart(int span) {
        return spans.start(span);
    }

    /** One past a span's end. */
    public int spanEnd(int span) {
        return spans.end(span);
    }

    /**
     * The matches of the post screened last, as records, and in their order among them the rules
     * that could not be decided: whoever watches would rather look than miss.
     */
    public List<Match> matches() {
        List<Match> list = new ArrayList<>(matches);
        for (int i = 0; i < matches; i++) {
            List<Span> places = new ArrayList<>(spanTo(i) - spanFrom(i));
            for (int s = spanFrom(i); s < spanTo(i); s++) {
                places.add(new Span(spanStart(s), spanEnd(s)));
            }
            list.add(new Match(ruleId(i), places, false));
        }
        if (undecidedCount > 0) {
            for (int i = 0; i < undecidedCount; i++) {
                list.add(new Match(undecidedRuleId(i), List.of(), true));
            }
            list.sort(Comparator.comparing(Match::ruleId));
        }
        return list;
    }
}
