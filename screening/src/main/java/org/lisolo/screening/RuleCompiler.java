package org.lisolo.screening;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes an {@link Automaton} of queries; for one use. */
final class RuleCompiler {
    final KeyTable.Builder words = new KeyTable.Builder();
    final HeadTable.Builder heads = new HeadTable.Builder();
    final KeyTable.Builder shortWords = new KeyTable.Builder();
    final HeadTable.Builder shortHeads = new HeadTable.Builder();
    final KeyTable.Builder disguised = new KeyTable.Builder();
    final KeyTable.Builder values = new KeyTable.Builder();
    final KeyTable.Builder beginnings = new KeyTable.Builder();
    final PhraseTable.Builder phrases = new PhraseTable.Builder();
    final List<@Nullable Term> toCheck = new ArrayList<>();
    final List<String> patterns = new ArrayList<>();
    final int[] flagUnit = new int[Automaton.FLAGS];
    final Set<Field> asked = EnumSet.noneOf(Field.class);
    final List<Integer> always = new ArrayList<>();
    final List<String> ruleIds = new ArrayList<>();
    final List<@Nullable Node> tests = new ArrayList<>();
    final List<Node> wholes = new ArrayList<>();
    boolean asksMarks;

    private final Map<Expression, Integer> units = new HashMap<>();
    private final List<Posting> found = new ArrayList<>();
    private final Triggers triggers;

    /** A rule is tried when both units are there, which may be the same. */
    private record Posting(int unit, int rule, int other) {}

    private RuleCompiler(Triggers triggers) {
        this.triggers = triggers;
        Arrays.fill(flagUnit, -1);
    }

    /** Compiles queries by rule id; the map's order is that of the rules. */
    static Automaton compile(Map<String, Query> queries) {
        Triggers triggers = new Triggers();
        queries.values().forEach(query -> triggers.count(query.expression()));
        RuleCompiler compiler = new RuleCompiler(triggers);
        queries.forEach((id, query) -> compiler.add(id, query.expression()));
        return new Automaton(compiler);
    }

    private void add(String id, Expression expression) {
        int rule = ruleIds.size();
        ruleIds.add(id);
        Node node = node(expression);
        wholes.add(node);
        Optional<Triggers.Trigger> trigger = triggers.of(expression);
        tests.add(trigger.isPresent() && trigger.get().isEnough() ? null : node);
        if (trigger.isEmpty()) {
            always.add(rule);
            return;
        }
        for (Expression one : trigger.get().units()) {
            int unit = unit(one);
            found.add(new Posting(unit, rule, trigger.get().other().map(this::unit).orElse(unit)));
        }
    }

    private Node node(Expression expression) {
        return switch (expression) {
            case Expression.And and -> new Node.All(units(and.parts()), nodes(and.parts()));
            case Expression.Or or -> new Node.Any(units(or.parts()), nodes(or.parts()));
            case Expression.Not not -> new Node.None(node(not.part()));
            case Expression.Near near ->
                    new NearNode(
                            node(near.left()), node(near.right()), near.within(), near.ordered());
            case Expression.Phrase phrase when !triggers.isUnit(phrase) ->
                    new PhraseNode(Triggers.words(phrase).stream().mapToInt(this::unit).toArray());
            case Expression.Phrase _,
                    Expression.Marked _,
                    Expression.Disguised _,
                    Expression.Attribute _ ->
                    new Node.One(unit(expression));
        };
    }

    private int[] units(List<Expression> parts) {
        return parts.stream().filter(triggers::isUnit).mapToInt(this::unit).toArray();
    }

    /** Those that are no units. */
    private Node[] nodes(List<Expression> parts) {
        return parts.stream()
                .filter(part -> !triggers.isUnit(part))
                .map(this::node)
                .toArray(Node[]::new);
    }

    /** The number of a unit, made when first asked for. */
    private int unit(Expression expression) {
        Integer known = units.get(expression);
        if (known != null) {
            return known;
        }
        int unit = units.size();
        units.put(expression, unit);
        switch (expression) {
            case Expression.Phrase phrase -> phrase(unit, phrase.terms(), triggers.foundBy(phrase));
            case Expression.Marked marked -> {
                asksMarks = true;
                term(unit, Character.toString(marked.sign()), marked.name(), true);
            }
            case Expression.Disguised(String word) -> {
                disguised.add(Disguises.skeleton(word), unit, false);
                describe(null, word);
            }
            case Expression.Attribute attribute -> attribute(unit, attribute);
            case Expression.And _, Expression.Or _, Expression.Not _, Expression.Near _ ->
                    throw new IllegalStateException("no unit: " + expression);
        }
        return unit;
    }

    private void describe(@Nullable Term check, String pattern) {
        toCheck.add(check);
        patterns.add(pattern);
    }

    private void phrase(int unit, List<Term> terms, int foundBy) {
        boolean isOne = terms.size() == 1;
        term(unit, "", terms.get(foundBy), isOne);
        if (!isOne) {
            phrases.add(unit, terms, foundBy);
        }
    }

    /** What a unit is found by; it may be all of the unit. */
    private void term(int unit, String sign, Term term, boolean isAll) {
        switch (term) {
            case Term.Plain plain -> {
                word(unit, sign + plain.folded(), isAll);
                describe(null, sign + plain.folded());
            }
            case Term.Exact exact -> {
                word(unit, exact.folded(), false);
                describe(exact, exact.folded());
            }
            case Term.Wild wild -> {
                boolean onlyStar = wild.pattern().equals(wild.head() + "*");
                heads.add(sign + wild.head(), unit, onlyStar && isAll);
                shortHeads.add(cut(sign + wild.head()), unit, false);
                describe(onlyStar ? null : wild, sign + wild.pattern());
            }
        }
    }

    private void word(int unit, String key, boolean isCertain) {
        words.add(key, unit, isCertain);
        shortWords.add(cut(key), unit, false);
    }

    /** A word with every run of a letter cut to one. */
    private static String cut(String word) {
        StringBuilder cut = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (i == 0 || c != word.charAt(i - 1) || !Character.isLetter(c)) {
                cut.append(c);
            }
        }
        return cut.toString();
    }

    private void attribute(int unit, Expression.Attribute attribute) {
        asked.add(attribute.field());
        describe(null, "");
        String value = attribute.value();
        switch (attribute.field()) {
            case LANG -> values.add(Automaton.LANG + Attributes.language(value), unit, true);
            case AUTHOR -> named(unit, Automaton.AUTHOR + Attributes.fold(value));
            case CHANNEL -> named(unit, Automaton.CHANNEL + Attributes.fold(value));
            case HAS, IS -> flagUnit[flag(value)] = unit;
            case DISGUISED -> throw new IllegalStateException("not an attribute");
        }
    }

    private void named(int unit, String key) {
        if (key.endsWith("*")) {
            beginnings.add(key.substring(0, key.length() - 1), unit, true);
        } else {
            values.add(key, unit, true);
        }
    }

    private static int flag(String value) {
        return switch (value) {
            case "link" -> Automaton.LINK;
            case "media" -> Automaton.MEDIA;
            case "reply" -> Automaton.REPLY;
            case "edit" -> Automaton.EDIT;
            default -> Automaton.DELETE;
        };
    }

    /** Where the postings of each unit begin in {@link #postings}: 0, an empty list, for none. */
    int[] postingStart() {
        int[] counts = new int[units.size()];
        found.forEach(posting -> counts[posting.unit]++);
        int[] start = new int[units.size()];
        int next = 1;
        for (int unit = 0; unit < start.length; unit++) {
            if (counts[unit] > 0) {
                start[unit] = next;
                next += 1 + 2 * counts[unit];
            }
        }
        return start;
    }

    int[] postings(int[] start) {
        int[] postings = new int[1 + units.size() + 2 * found.size()];
        for (Posting posting : found) {
            int list = start[posting.unit];
            int next = list + 1 + 2 * postings[list]++;
            postings[next] = posting.rule;
            postings[next + 1] = posting.other;
        }
        return postings;
    }
}
