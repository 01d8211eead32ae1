package org.lisolo.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One post, on which the parts of a query are explained one by one. */
final class PostReading {
    private final Post post;
    private final WordBuffer words = new WordBuffer();
    private final Marks marks = new Marks();
    private final Disguises disguises = new Disguises();
    private final LongRuns runs = new LongRuns();

    /** What is true, and where; the places are empty where the truth has none. */
    private record Finding(Explanation explanation, SortedSet<Place> places) {}

    PostReading(Post post) {
        this.post = post;
        words.read(post.text());
        marks.read(words);
        disguises.read(words);
    }

    Explanation explain(Expression expression) {
        return find(expression).explanation;
    }

    private Finding find(Expression expression) {
        return switch (expression) {
            case Expression.And and -> and(and);
            case Expression.Or or -> or(or);
            case Expression.Not not -> {
                Explanation part = explain(not.part());
                yield finding(not, !part.matched(), new TreeSet<>(), List.of(part));
            }
            case Expression.Near near -> near(near);
            case Expression.Phrase phrase -> leaf(phrase, phrase(phrase.terms()));
            case Expression.Marked marked -> leaf(marked, marked(marked));
            case Expression.Disguised disguised -> leaf(disguised, disguised(disguised.word()));
            case Expression.Attribute attribute ->
                    finding(
                            attribute,
                            Attributes.isTrue(attribute, post),
                            new TreeSet<>(),
                            List.of());
        };
    }

    private static Finding leaf(Expression part, SortedSet<Place> places) {
        return finding(part, !places.isEmpty(), places, List.of());
    }

    private static Finding finding(
            Expression part, boolean matched, SortedSet<Place> places, List<Explanation> parts) {
        SortedSet<Span> spans = new TreeSet<>();
        if (matched) {
            places.forEach(place -> spans.add(place.span()));
        }
        return new Finding(new Explanation(part, matched, List.copyOf(spans), parts), places);
    }

    private Finding and(Expression.And and) {
        List<Finding> parts = and.parts().stream().map(this::find).toList();
        boolean all = parts.stream().allMatch(part -> part.explanation.matched());
        return combined(and, all, parts);
    }

    private Finding or(Expression.Or or) {
        List<Finding> parts = or.parts().stream().map(this::find).toList();
        boolean any = parts.stream().anyMatch(part -> part.explanation.matched());
        return combined(or, any, parts);
    }

    private static Finding combined(Expression part, boolean matched, List<Finding> parts) {
        SortedSet<Place> places = new TreeSet<>();
        SortedSet<Span> spans = new TreeSet<>();
        if (matched) {
            for (Finding found : parts) {
                places.addAll(found.places);
                spans.addAll(found.explanation.spans());
            }
        }
        List<Explanation> why = parts.stream().map(Finding::explanation).toList();
        return new Finding(new Explanation(part, matched, List.copyOf(spans), why), places);
    }

    private Finding near(Expression.Near near) {
        Finding left = find(near.left());
        Finding right = find(near.right());
        SortedSet<Place> places = new TreeSet<>();
        addNear(left.places, right.places, near.within(), places);
        if (!near.ordered()) {
            addNear(right.places, left.places, near.within(), places);
        }
        Explanation own = finding(near, !places.isEmpty(), places, List.of()).explanation;
        SortedSet<Span> spans = new TreeSet<>(own.spans());
        if (own.matched()) {
            inner(near.left(), left, spans);
            inner(near.right(), right, spans);
        }
        Explanation whole =
                new Explanation(
                        near,
                        own.matched(),
                        List.copyOf(spans),
                        List.of(left.explanation, right.explanation));
        return new Finding(whole, places);
    }

    private static void addNear(
            SortedSet<Place> before, SortedSet<Place> after, int within, SortedSet<Place> near) {
        for (Place one : before) {
            Place next = new Place(one.lastWord() + 1, -1, new Span(0, 0));
            for (Place other : after.tailSet(next)) {
                if (!one.isBefore(other, within)) {
                    break;
                }
                near.add(one);
                near.add(other);
            }
        }
    }

    /** What an operand of NEAR that is itself a NEAR was made of is shown too. */
    private static void inner(Expression operand, Finding finding, SortedSet<Span> spans) {
        if (operand instanceof Expression.Near) {
            spans.addAll(finding.explanation.spans());
        }
    }

    private SortedSet<Place> phrase(List<Term> terms) {
        SortedSet<Place> places = new TreeSet<>();
        for (int first = 0; first + terms.size() <= words.count; first++) {
            int last = first + terms.size() - 1;
            boolean all = true;
            for (int i = 0; all && i < terms.size(); i++) {
                all = isTerm(terms.get(i), first + i);
            }
            if (all) {
                places.add(new Place(first, last, new Span(words.start(first), words.end(last))));
            }
        }
        return places;
    }

    private boolean isTerm(Term term, int word) {
        return switch (term) {
            case Term.Plain plain -> isPattern(plain.folded(), word);
            case Term.Wild wild -> isPattern(wild.pattern(), word);
            case Term.Exact exact ->
                    ExactForm.matches(
                            exact.written(), words.text, words.start(word), words.end(word));
        };
    }

    private boolean isPattern(String pattern, int word) {
        if (LongRuns.matches(pattern, words.foldedWord(word))) {
            return true;
        }
        if (!words.hasRun(word)) {
            return false;
        }
        runs.read(words.text, words.start(word), words.end(word));
        return runs.matches(pattern);
    }

    private SortedSet<Place> marked(Expression.Marked marked) {
        String pattern = marked.sign() + marked.name().written();
        SortedSet<Place> places = new TreeSet<>();
        for (int i = 0; i < marks.count; i++) {
            boolean same = LongRuns.matches(pattern, marks.foldedMark(i));
            if (!same && marks.hasRun[i]) {
                runs.read(words.text, marks.start[i], marks.end[i]);
                same = runs.matches(pattern);
            }
            if (same) {
                Span span = new Span(marks.start[i], marks.end[i]);
                places.add(new Place(marks.firstWord[i], marks.lastWord[i], span));
            }
        }
        return places;
    }

    private SortedSet<Place> disguised(String word) {
        SortedSet<Place> places = new TreeSet<>();
        for (int i = 0; i < disguises.count; i++) {
            if (disguises.mayBe(i, word)) {
                places.add(placeOf(disguises.start[i], disguises.end[i]));
            }
        }
        return places;
    }

    private Place placeOf(int start, int end) {
        List<Integer> inside = new ArrayList<>();
        for (int i = 0; i < words.count; i++) {
            if (words.start(i) < end && words.end(i) > start) {
                inside.add(i);
            }
        }
        return new Place(inside.getFirst(), inside.getLast(), new Span(start, end));
    }
}
