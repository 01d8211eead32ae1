package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;

/**
 * What is read as an identifier though it is everybody's: a country alone, the date or name of a
 * law, the authors of what is published, the pages of public bodies; and a number where a name was
 * read.
 */
final class Harmless {
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
        if (isPublished(reading.tokens().start[found.first()])) {
            return true;
        }
        return switch (found.kind()) {
            case Labels.NAME -> !hasLetters(found) || LawDates.names(reading, found.first());
            case Labels.LOCATION -> isCountry(found) || LawDates.names(reading, found.first());
            case Labels.DATE -> LawDates.isOne(reading, found.first());
            default -> false;
        };
    }

    /** Of rules, only dates stand in laws and in what is published. */
    boolean is(Candidate rule) {
        return rule.category() == PhiCategory.DATE
                && (isPublished(rule.start())
                        || LawDates.isOne(reading, reading.tokens().at(rule.start())));
    }

    private boolean isPublished(int start) {
        for (int[] one : stretches) {
            if (one[0] <= start && start < one[1]) {
                return true;
            }
        }
        return false;
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
