package org.lisolo.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the units without which a rule cannot be true. Few rules name a rare word, so the rules
 * themselves tell which word of a rule is likely to be rare.
 */
final class Triggers {
    /**
     * So many phrases are looked for where one word stands; beyond them, the words of a phrase are
     * found one by one and its rule is tried, with what work a text is allowed.
     */
    private static final int MOST_PHRASES = 32;

    private static final int NONE = -1;

    private final Map<Expression, Integer> rules = new HashMap<>();

    /** Which of its words a phrase is found by, or {@link #NONE}. */
    private final Map<Expression.Phrase, Integer> foundBy = new HashMap<>();

    /** How many phrases are found by a word. */
    private final Map<Term, Integer> phrases = new HashMap<>();

    /**
     * One of {@code units} is in every post the rule is true of, and so is {@code other}.
     *
     * @param isEnough whether the rule is true of every post with them
     */
    record Trigger(List<Expression> units, Optional<Expression> other, boolean isEnough) {}

    /** Counts the units of a rule. */
    void count(Expression expression) {
        Set<Expression> named = new LinkedHashSet<>();
        collect(expression, named);
        named.forEach(unit -> rules.merge(unit, 1, Integer::sum));
    }

    private static void collect(Expression expression, Set<Expression> units) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(p -> collect(p, units));
            case Expression.Or or -> or.parts().forEach(p -> collect(p, units));
            case Expression.Not not -> collect(not.part(), units);
            case Expression.Near near -> {
                collect(near.left(), units);
                collect(near.right(), units);
            }
            case Expression.Phrase phrase -> units.addAll(words(phrase));
            case Expression.Marked _, Expression.Disguised _, Expression.Attribute _ ->
                    units.add(expression);
        }
    }

    /** The words of a phrase, each as a unit. */
    static List<Expression> words(Expression.Phrase phrase) {
        return phrase.terms().stream()
                .<Expression>map(term -> new Expression.Phrase(List.of(term)))
                .toList();
    }

    /** Which of its words a phrase that is a unit is found by. */
    int foundBy(Expression.Phrase phrase) {
        if (phrase.terms().size() == 1) {
            return 0;
        }
        Integer known = foundBy.get(phrase);
        if (known != null) {
            return known;
        }
        List<Expression> words = words(phrase);
        int rarest = 0;
        for (int i = 1; i < words.size(); i++) {
            rarest = cost(words.get(i)) < cost(words.get(rarest)) ? i : rarest;
        }
        int there = phrases.merge(phrase.terms().get(rarest), 1, Integer::sum);
        int word = there <= MOST_PHRASES ? rarest : NONE;
        foundBy.put(phrase, word);
        return word;
    }

    /** The trigger of a rule; empty when it can be true of a post without any unit. */
    Optional<Trigger> of(Expression expression) {
        Set<Expression> needed = new LinkedHashSet<>();
        collectNeeded(expression, needed);
        if (needed.isEmpty()) {
            boolean isEnough =
                    expression instanceof Expression.Or or
                            && or.parts().stream().allMatch(this::isUnit);
            return anyOf(expression).map(units -> new Trigger(units, Optional.empty(), isEnough));
        }
        List<Expression> byRarity = new ArrayList<>(needed);
        byRarity.sort(Comparator.comparingDouble(this::cost));
        Optional<Expression> other = byRarity.stream().skip(1).findFirst();
        return Optional.of(
                new Trigger(
                        List.of(byRarity.getFirst()),
                        other,
                        needed.size() <= 2 && isOnlyUnits(expression)));
    }

    /** Adds the units a rule cannot be true without. */
    private void collectNeeded(Expression expression, Set<Expression> needed) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(p -> collectNeeded(p, needed));
            case Expression.Near near -> {
                collectNeeded(near.left(), needed);
                collectNeeded(near.right(), needed);
            }
            case Expression.Phrase phrase ->
                    needed.addAll(isUnit(phrase) ? List.of(phrase) : words(phrase));
            case Expression.Marked _, Expression.Disguised _, Expression.Attribute _ ->
                    needed.add(expression);
            case Expression.Or _, Expression.Not _ -> {}
        }
    }

    private boolean isOnlyUnits(Expression expression) {
        return isUnit(expression)
                || (expression instanceof Expression.And and
                        && and.parts().stream().allMatch(this::isOnlyUnits));
    }

    /** Whether a part is looked for in posts by itself. */
    boolean isUnit(Expression expression) {
        return switch (expression) {
            case Expression.Phrase phrase -> foundBy(phrase) != NONE;
            case Expression.Marked _, Expression.Disguised _, Expression.Attribute _ -> true;
            case Expression.And _, Expression.Or _, Expression.Not _, Expression.Near _ -> false;
        };
    }

    /** Units of which one is in every post the part is true of; empty if there are none such. */
    private Optional<List<Expression>> anyOf(Expression expression) {
        return switch (expression) {
            case Expression.And and ->
                    and.parts().stream()
                            .map(this::anyOf)
                            .flatMap(Optional::stream)
                            .min(Comparator.comparingDouble(this::cost));
            case Expression.Or or -> {
                Set<Expression> all = new LinkedHashSet<>();
                boolean every = true;
                for (Expression part : or.parts()) {
                    Optional<List<Expression>> units = anyOf(part);
                    every &= units.isPresent();
                    units.ifPresent(all::addAll);
                }
                yield every ? Optional.of(List.copyOf(all)) : Optional.empty();
            }
            case Expression.Not _ -> Optional.empty();
            case Expression.Near near ->
                    Optional.of(rarer(anyOf(near.left()), anyOf(near.right())));
            case Expression.Phrase phrase ->
                    Optional.of(List.of(isUnit(phrase) ? phrase : rarest(phrase)));
            case Expression.Marked _, Expression.Disguised _, Expression.Attribute _ ->
                    Optional.of(List.of(expression));
        };
    }

    private Expression rarest(Expression.Phrase phrase) {
        return words(phrase).stream().min(Comparator.comparingDouble(this::cost)).orElseThrow();
    }

    private List<Expression> rarer(
            Optional<List<Expression>> one, Optional<List<Expression>> other) {
        List<Expression> left = one.orElseThrow();
        List<Expression> right = other.orElseThrow();
        return cost(left) <= cost(right) ? left : right;
    }

    private double cost(List<Expression> units) {
        return units.stream().mapToDouble(this::cost).sum();
    }

    /** How often a unit is likely to be found, on no scale. */
    private double cost(Expression unit) {
        int count = rules.getOrDefault(unit, 1);
        return switch (unit) {
            case Expression.Attribute attribute ->
                    attribute.field() == Field.AUTHOR ? count : 1e6 + count;
            case Expression.Phrase phrase when phrase.terms().size() > 1 ->
                    cost(rarest(phrase)) / 2;
            case Expression.Phrase phrase ->
                    switch (phrase.terms().getFirst()) {
                        case Term.Wild wild -> 4.0 * count + 40.0 / wild.head().length();
                        case Term.Plain plain -> count + 1.0 / plain.folded().length();
                        case Term.Exact exact -> count + 1.0 / exact.folded().length();
                    };
            case Expression.Marked _, Expression.Disguised _ -> count;
            case Expression.And _, Expression.Or _, Expression.Not _, Expression.Near _ ->
                    Double.MAX_VALUE;
        };
    }
}
