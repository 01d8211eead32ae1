package org.lisolo.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Rules compiled once. Immutable and safe for use by any number of threads: a running set is
 * replaced by swapping a reference, and a set with a broken rule is never made.
 */
public final class RuleSet {
    private final Map<String, Query> queries;
    private final Automaton automaton;

    /** Those that no thread uses now. */
    private final Queue<Screener> idle = new ConcurrentLinkedQueue<>();

    private RuleSet(Map<String, Query> queries) {
        this.queries = queries;
        this.automaton = RuleCompiler.compile(queries);
    }

    /** The set without rules. */
    public static RuleSet empty() {
        return compile(List.of());
    }

    /**
     * Compiles rules.
     *
     * @throws BrokenRulesException if a query cannot be read; {@link #check} tells beforehand
     * @throws IllegalArgumentException if two rules have the same id
     */
    public static RuleSet compile(Collection<Rule> rules) {
        Map<String, Query> queries = new TreeMap<>();
        List<BrokenRule> broken = new ArrayList<>();
        for (Rule rule : rules) {
            switch (Query.parse(rule.query())) {
                case QueryError error -> broken.add(new BrokenRule(rule.id(), error));
                case Query query -> {
                    if (queries.put(rule.id(), query) != null) {
                        throw new IllegalArgumentException("two rules with the id " + rule.id());
                    }
                }
            }
        }
        if (!broken.isEmpty()) {
            throw new BrokenRulesException(broken);
        }
        return new RuleSet(queries);
    }

    /** The rules that cannot be read, in the order given; empty when {@link #compile} will do. */
    public static List<BrokenRule> check(Collection<Rule> rules) {
        List<BrokenRule> broken = new ArrayList<>();
        for (Rule rule : rules) {
            if (Query.parse(rule.query()) instanceof QueryError error) {
                broken.add(new BrokenRule(rule.id(), error));
            }
        }
        return broken;
    }

    /** This set with one rule more, or with another query under a known id. */
    public RuleSet with(Rule rule) {
        return switch (Query.parse(rule.query())) {
            case QueryError error ->
                    throw new BrokenRulesException(List.of(new BrokenRule(rule.id(), error)));
            case Query query -> {
                Map<String, Query> more = new TreeMap<>(queries);
                more.put(rule.id(), query);
                yield new RuleSet(more);
            }
        };
    }

    /** This set without the rule; the same if it is not known. */
    public RuleSet without(String ruleId) {
        if (!queries.containsKey(ruleId)) {
            return this;
        }
        Map<String, Query> fewer = new TreeMap<>(queries);
        fewer.remove(ruleId);
        return new RuleSet(fewer);
    }

    /** Number of rules. */
    public int size() {
        return queries.size();
    }

    /** Bytes of the tables that posts are screened with, without the rules' own trees. */
    public long tableBytes() {
        return automaton.bytes();
    }

    /** The query of a rule. */
    public Optional<Query> query(String ruleId) {
        return Optional.ofNullable(queries.get(ruleId));
    }

    /**
     * The rules that are true of a post, in the order of their ids.
     *
     * @throws IllegalArgumentException if the text is longer than {@link Post#MAX_LENGTH}
     */
    public List<Match> screen(Post post) {
        Screener kept = idle.poll();
        Screener screener = kept == null ? screener() : kept;
        screener.screen(post);
        List<Match> matches = screener.matches();
        idle.offer(screener);
        return matches;
    }

    /** Screens many posts without making objects; for one thread. */
    public Screener screener() {
        return new Screener(automaton);
    }

    /** Why a rule is true or not of a post; empty if the rule is not known. */
    public Optional<Explanation> explain(String ruleId, Post post) {
        return query(ruleId).map(query -> Explanation.of(query, post));
    }
}
