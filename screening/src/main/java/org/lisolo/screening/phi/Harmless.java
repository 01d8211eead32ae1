package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;

/**
 * What is read as an identifier though it is everybody's: a country alone, the date or name of a
 * law, the authors of what is published, the pages of public bodies; and a number where a name was
 * read.
 */
final class Harmless {
    private static final int LEAST_FIGURES = 4;

    private final Reading reading;

    /** Pairs of first and one past the last unit. */
    private final List<int[]> stretches;

    Harmless(Reading reading, List<Candidate> candidates) {
        this.reading = reading;
        stretches = new ArrayList<>(References.of(reading));
        for (Candidate one : candidates) {
            if (one.weight() == Candidate.Weight.PUBLIC) {
                stretches.add(new int[] {one.start(), one.end()});
            }
        }
    }

    boolean is(SequenceTagger.Found found) {
        int start = reading.tokens().start[found.first()];
        int end = reading.tokens().end[found.end() - 1];
        if (isPublished(start)) {
            return true;
        }
        return switch (found.kind()) {
            case Labels.NAME -> !hasLetters(found) || LawDates.names(reading, found.first());
            case Labels.LOCATION -> isCountry(found) || LawDates.names(reading, found.first());
            case Labels.DATE -> LawDates.isOne(reading, found.first());
            case Labels.PHONE, Labels.ID -> isOneFigure(start, end);
            default -> false;
        };
    }

    /** Of rules, dates stand in laws and in what is published. */
    boolean is(Candidate rule) {
        if (rule.category() == PhiCategory.DATE) {
            return isPublished(rule.start())
                    || LawDates.isOne(reading, reading.tokens().at(rule.start()));
        }
        return isOneFigure(rule.start(), rule.end());
    }

    private boolean isPublished(int start) {
        for (int[] one : stretches) {
            if (one[0] <= start && start < one[1]) {
                return true;
            }
        }
        return false;
    }

    /** The same figure again and again, as forms are filled: 00 00 00 00. */
    private boolean isOneFigure(int start, int end) {
        int figures = 0;
        char only = 0;
        for (int i = start; i < end; i++) {
            char c = reading.text().charAt(i);
            if (Character.isLetterOrDigit(c)) {
                if (!Character.isDigit(c) || (figures > 0 && c != only)) {
                    return false;
                }
                only = c;
                figures++;
            }
        }
        return figures > LEAST_FIGURES;
    }

    private boolean hasLetters(SequenceTagger.Found found) {
        for (int i = found.first(); i < found.end(); i++) {
            if (reading.tokens().kind[i] == Tokens.LETTERS) {
                return true;
            }
        }
        return false;
    }

    private boolean isCountry(SequenceTagger.Found found) {
        for (int i = found.first(); i < found.end(); i++) {
            int kinds = reading.kinds(i);
            boolean country = (kinds & Lexicon.COUNTRY) != 0 && (kinds & Lexicon.PLACE) == 0;
            if (!country && reading.tokens().kind[i] != Tokens.SIGN) {
                return false;
            }
        }
        return true;
    }
}
