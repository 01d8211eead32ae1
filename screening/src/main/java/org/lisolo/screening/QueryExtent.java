package org.lisolo.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds queries that are true of everything or of nothing, by trying every way in which their parts
 * can be true together. Queries of more than {@value #MOST_PARTS} parts are not tried.
 */
final class QueryExtent {
    private static final int MOST_PARTS = 12;

    private final List<Expression> atoms;
    private final Map<Expression, Integer> index = new HashMap<>();

    private QueryExtent(Set<Expression> found) {
        this.atoms = new ArrayList<>(found);
        for (Expression atom : atoms) {
            index.put(atom, index.size());
        }
    }

    static List<QueryWarning> warnings(Expression expression) {
        Set<Expression> found = new LinkedHashSet<>();
        collect(expression, found);
        QueryExtent extent = new QueryExtent(found);
        boolean always = false;
        boolean never = false;
        if (found.size() <= MOST_PARTS) {
            always = true;
            never = true;
            for (int truths = 0; truths < 1 << found.size(); truths++) {
                if (extent.isPossible(truths)) {
                    boolean so = extent.isTrue(expression, truths);
                    always &= so;
                    never &= !so;
                }
            }
        }
        if (always) {
            return List.of(warning(QueryWarning.Code.MATCHES_EVERYTHING));
        }
        if (never) {
            return List.of(warning(QueryWarning.Code.MATCHES_NOTHING));
        }
        return isTrueOfNothing(expression)
                ? List.of(warning(QueryWarning.Code.MATCHES_ALMOST_EVERYTHING))
                : List.of();
    }

    private static QueryWarning warning(QueryWarning.Code code) {
        return new QueryWarning(1, code, List.of());
    }

    private static void collect(Expression expression, Set<Expression> found) {
        switch (expression) {
            case Expression.And and -> and.parts().forEach(p -> collect(p, found));
            case Expression.Or or -> or.parts().forEach(p -> collect(p, found));
            case Expression.Not not -> collect(not.part(), found);
            case Expression.Near near -> {
                collect(near.left(), found);
                collect(near.right(), found);
                found.add(near);
            }
            case Expression.Phrase _,
                    Expression.Marked _,
                    Expression.Disguised _,
                    Expression.Attribute _ ->
                    found.add(expression);
        }
    }

    private boolean isTrue(Expression expression, int truths) {
        return switch (expression) {
            case Expression.And and -> and.parts().stream().allMatch(p -> isTrue(p, truths));
            case Expression.Or or -> or.parts().stream().anyMatch(p -> isTrue(p, truths));
            case Expression.Not not -> !isTrue(not.part(), truths);
            case Expression.Near _,
                    Expression.Phrase _,
                    Expression.Marked _,
                    Expression.Disguised _,
                    Expression.Attribute _ ->
                    isSet(truths, index.getOrDefault(expression, 0));
        };
    }

    /** Whether the query is true of a post in which none of its parts occurs. */
    private static boolean isTrueOfNothing(Expression expression) {
        return switch (expression) {
            case Expression.And and -> and.parts().stream().allMatch(QueryExtent::isTrueOfNothing);
            case Expression.Or or -> or.parts().stream().anyMatch(QueryExtent::isTrueOfNothing);
            case Expression.Not not -> !isTrueOfNothing(not.part());
            case Expression.Near _,
                    Expression.Phrase _,
                    Expression.Marked _,
                    Expression.Disguised _,
                    Expression.Attribute _ ->
                    false;
        };
    }

    private static boolean isSet(int truths, int atom) {
        return ((truths >> atom) & 1) != 0;
    }

    private boolean isPossible(int truths) {
        for (int i = 0; i < atoms.size(); i++) {
            if (!isSet(truths, i)) {
                continue;
            }
            if (atoms.get(i) instanceof Expression.Near near
                    && !(isTrue(near.left(), truths) && isTrue(near.right(), truths))) {
                return false;
            }
            for (int j = 0; j < atoms.size(); j++) {
                boolean both = isSet(truths, j);
                if (both
                        ? i < j && excludes(atoms.get(i), atoms.get(j))
                        : implies(atoms.get(i), atoms.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean excludes(Expression a, Expression b) {
        if (!(a instanceof Expression.Attribute(Field field, String value))
                || !(b instanceof Expression.Attribute(Field other, String otherValue))
                || field != other) {
            return false;
        }
        return switch (field) {
            case LANG -> !language(value).equals(language(otherValue));
            case AUTHOR, CHANNEL ->
                    !value.endsWith("*")
                            && !otherValue.endsWith("*")
                            && !Attributes.fold(value).equals(Attributes.fold(otherValue));
            case IS -> !value.equals("reply") && !otherValue.equals("reply");
            case HAS, DISGUISED -> false;
        };
    }

    private static String language(String value) {
        return value.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    private static boolean implies(Expression a, Expression b) {
        if (!(a instanceof Expression.Phrase(List<Term> terms))
                || !(b instanceof Expression.Phrase(List<Term> others))
                || others.size() != 1) {
            return false;
        }
        return terms.stream().anyMatch(term -> implies(term, others.getFirst()));
    }

    private static boolean implies(Term a, Term b) {
        String folded =
                switch (a) {
                    case Term.Plain plain -> plain.folded();
                    case Term.Exact exact -> exact.folded();
                    case Term.Wild _ -> "";
                };
        return switch (b) {
            case Term.Plain plain -> plain.folded().equals(folded);
            case Term.Wild wild -> !folded.isEmpty() && LongRuns.matches(wild.pattern(), folded);
            case Term.Exact _ -> false;
        };
    }
}
