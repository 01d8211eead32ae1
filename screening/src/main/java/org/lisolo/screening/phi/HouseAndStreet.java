package org.lisolo.screening.phi;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two fields of a form that stand in one line: a number, and a street that has a number of its own,
 * perhaps a flat after it. Where a town follows, all of it is one address and stays whole.
 */
final class HouseAndStreet {
    private static final int LONGEST_NUMBER = 5;

    /** What has a number for a name: 500 Route 66 is one street and one house. */
    private static final Set<Integer> NUMBERED =
            Stream.of("highway", "hwy", "route", "interstate", "road", "rn", "box", "du", "no", "n")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private HouseAndStreet() {}

    /** The parts of what was found, or the same where it is one address. */
    static Stream<SequenceTagger.Found> of(SequenceTagger.Found found, Tokens tokens) {
        int street = found.first() + 1;
        if (found.kind() != Labels.ADDRESS
                || found.end() - found.first() < 3
                || !isNumber(tokens, found.first())
                || tokens.before[street] != Tokens.BLANK) {
            return Stream.of(found);
        }
        int flat = flat(found, tokens);
        if (!isStreetWithNumber(tokens, street, flat)) {
            return Stream.of(found);
        }
        Stream<SequenceTagger.Found> parts =
                Stream.of(part(found, found.first(), street), part(found, street, flat));
        return flat == found.end()
                ? parts
                : Stream.concat(parts, Stream.of(part(found, flat, found.end())));
    }

    private static SequenceTagger.Found part(SequenceTagger.Found of, int first, int end) {
        return new SequenceTagger.Found(first, end, of.kind(), of.confidence());
    }

    private static boolean isNumber(Tokens tokens, int i) {
        return tokens.kind[i] == Tokens.DIGITS && tokens.length(i) <= LONGEST_NUMBER;
    }

    /** Where a flat begins with which all ends; the end where there is none. */
    private static int flat(SequenceTagger.Found found, Tokens tokens) {
        for (int i = found.end() - 1; i > found.first() + 1 && i >= found.end() - 3; i--) {
            if (AddressCues.isFlat(tokens, i)) {
                return i;
            }
        }
        return found.end();
    }

    private static boolean isStreetWithNumber(Tokens tokens, int first, int end) {
        int numbers = 0;
        for (int i = first; i < end; i++) {
            boolean line = i > first && tokens.before[i] == Tokens.NEW_LINE;
            boolean comma = tokens.text.charAt(tokens.start[i]) == ',';
            if (line || comma || AddressCues.isFlat(tokens, i)) {
                return false;
            }
            numbers += tokens.kind[i] == Tokens.DIGITS ? 1 : 0;
        }
        boolean point = tokens.kind[end - 1] == Tokens.SIGN && end - 1 > first;
        int last = point ? end - 2 : end - 1;
        boolean numberFirst = isNumber(tokens, first) && end - first > 1;
        boolean numberLast =
                last > first
                        && isNumber(tokens, last)
                        && tokens.before[last] == Tokens.BLANK
                        && !NUMBERED.contains(tokens.hash[last - 1]);
        return numbers == 1 && (numberFirst || numberLast);
    }
}
