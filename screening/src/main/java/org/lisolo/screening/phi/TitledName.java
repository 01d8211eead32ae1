package org.lisolo.screening.phi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A name after a title or in a form's field: Dr Ilunga, maman Furaha, Mme A. Mbuyi, {@code Nom :
 * NZUZI}. The sequence model is told of it and decides, for titles stand before other words too.
 */
final class TitledName implements Recogniser {
    private static final int MOST = 4;
    private static final Set<Integer> FIELDS =
            Stream.of("nom", "noms", "postnom", "prenom", "prenoms", "name", "surname", "patient")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public boolean mayFind(Reading reading) {
        return reading.says(Lexicon.TITLE) || reading.has(':');
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Tokens tokens = reading.tokens();
        for (int i = 0; i < tokens.count; i++) {
            int first = first(reading, i);
            int end = end(reading, first);
            if (end > first) {
                found.add(
                        new Candidate(
                                tokens.start[first],
                                tokens.end[end - 1],
                                PhiCategory.NAME,
                                0.8,
                                "titled",
                                Candidate.Weight.HINT));
                i = end - 1;
            }
        }
    }

    /** Where a name may begin after a title or a field's colon; the end of the text if not here. */
    private static int first(Reading reading, int i) {
        Tokens tokens = reading.tokens();
        boolean field = FIELDS.contains(tokens.hash[i]) && isSign(tokens, i + 1, ':');
        if (field) {
            return i + 2;
        }
        boolean title = (reading.kinds(i) & Lexicon.TITLE) != 0;
        return !title ? tokens.count : isSign(tokens, i + 1, '.') ? i + 2 : i + 1;
    }

    private static int end(Reading reading, int first) {
        Tokens tokens = reading.tokens();
        int end = first;
        int words = 0;
        for (int i = first; i < tokens.count && words < MOST; i++) {
            boolean newLine = tokens.before[i] == Tokens.NEW_LINE;
            boolean hyphen = isSign(tokens, i, '-') && tokens.before[i] == Tokens.JOINED;
            boolean dot = isSign(tokens, i, '.') && i > first && tokens.length(i - 1) == 1;
            boolean word =
                    tokens.kind[i] == Tokens.LETTERS
                            && Character.isUpperCase(tokens.text.charAt(tokens.start[i]))
                            && (reading.kinds(i) & Lexicon.TITLE) == 0;
            if (newLine || !(word || ((hyphen || dot) && i > first))) {
                break;
            }
            words += word ? 1 : 0;
            end = word || dot ? i + 1 : end;
        }
        return end;
    }

    private static boolean isSign(Tokens tokens, int i, char sign) {
        return i < tokens.count
                && tokens.kind[i] == Tokens.SIGN
                && tokens.text.charAt(tokens.start[i]) == sign;
    }
}
