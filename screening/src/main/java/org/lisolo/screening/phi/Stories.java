package org.lisolo.screening.phi;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Looks at a text as a whole: no name is needed where who someone is (kin of whom, in what office),
 * what he has, where and when together leave one person. That is the actual knowledge of 45 CFR
 * 164.514(b)(2)(ii). Two of place, condition or care, time and age must stand beside a person who
 * is named by kinship or office, and one of them must be a place.
 */
final class Stories {
    private static final int REACH = 60;

    private Stories() {}

    /** A story, from the person to the last that is told of him. */
    static Optional<Candidate> find(Reading reading, List<Candidate> found) {
        if (!reading.says(Lexicon.KIN | Lexicon.ROLE)
                || !reading.says(Lexicon.CARE | Lexicon.RARE)) {
            return Optional.empty();
        }
        Tokens tokens = reading.tokens();
        @Nullable PhiCategory[] at = new @Nullable PhiCategory[tokens.count];
        for (Candidate one : found) {
            for (int i = tokens.at(one.start());
                    i < tokens.count && tokens.start[i] < one.end();
                    i++) {
                at[i] = one.category();
            }
        }
        for (int i = 0; i < tokens.count; i++) {
            int person = person(reading, i);
            if (person > i) {
                Optional<Candidate> story = around(reading, i, person, at);
                if (story.isPresent()) {
                    return story;
                }
            }
        }
        return Optional.empty();
    }

    /** Where "the daughter of the pastor" or "the pastor's daughter" ends; {@code i} if not so. */
    private static int person(Reading reading, int i) {
        if ((reading.kinds(i) & (Lexicon.KIN | Lexicon.ROLE)) == 0) {
            return i;
        }
        boolean kin = (reading.kinds(i) & Lexicon.KIN) != 0;
        boolean role = (reading.kinds(i) & Lexicon.ROLE) != 0;
        for (int j = i + 1; j < Math.min(i + 6, reading.tokens().count); j++) {
            boolean otherKin = (reading.kinds(j) & Lexicon.KIN) != 0;
            boolean otherRole = (reading.kinds(j) & Lexicon.ROLE) != 0;
            if ((kin && otherRole) || (role && otherKin)) {
                return j;
            }
        }
        return i;
    }

    private static Optional<Candidate> around(
            Reading reading, int first, int person, @Nullable PhiCategory[] at) {
        Tokens tokens = reading.tokens();
        int from = Math.max(0, first - REACH / 2);
        int to = Math.min(tokens.count, person + REACH);
        int begin = first;
        int end = person;
        boolean told = false;
        boolean when = false;
        boolean where = false;
        for (int i = from; i < to; i++) {
            int kinds = i >= first && i <= person ? 0 : reading.kinds(i);
            boolean tells = (kinds & (Lexicon.RARE | Lexicon.CARE)) != 0;
            boolean dates = (kinds & (Lexicon.WHEN | Lexicon.WEEKDAY)) != 0 || isAge(reading, i);
            boolean places =
                    (kinds & Lexicon.PLACE) != 0
                            && Character.isUpperCase(tokens.text.charAt(tokens.start[i]));
            if (tells || dates || places) {
                begin = Math.min(begin, i);
                end = Math.max(end, i);
            }
            where |= at[i] == PhiCategory.LOCATION;
            when |= at[i] == PhiCategory.DATE;
            told |= tells;
            when |= dates;
            where |= places;
        }
        if (!told || !when || !where) {
            return Optional.empty();
        }
        return Optional.of(
                new Candidate(
                        tokens.start[begin],
                        tokens.end[end],
                        PhiCategory.STORY,
                        0.7,
                        "story",
                        Candidate.Weight.RULE));
    }

    /** 14 ans, 14-year-old. */
    private static boolean isAge(Reading reading, int i) {
        Tokens tokens = reading.tokens();
        if (tokens.kind[i] != Tokens.DIGITS || tokens.length(i) > 3 || i + 1 >= tokens.count) {
            return false;
        }
        int next = tokens.kind[i + 1] == Tokens.SIGN && i + 2 < tokens.count ? i + 2 : i + 1;
        String word = tokens.kind[next] == Tokens.LETTERS ? tokens.string(next) : "";
        return word.equals("ans")
                || word.equals("year")
                || word.equals("years")
                || word.equals("mois");
    }
}
