package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;

/**
 * Trims what the sequence model read to whole stretches: only addresses and places go on in the
 * next line, a house's number with a street that names its town too is one address, and names side
 * by side are one.
 */
final class Stretches {
    private static final String FRAMES = "│┃|═=—–━─_•●";

    private Stretches() {}

    static List<SequenceTagger.Found> of(List<SequenceTagger.Found> read, Tokens tokens) {
        List<SequenceTagger.Found> cut = new ArrayList<>(read.size());
        for (SequenceTagger.Found one : read) {
            cut(one, tokens, cut);
        }
        List<SequenceTagger.Found> joined = new ArrayList<>(cut.size());
        for (SequenceTagger.Found one : cut) {
            SequenceTagger.Found last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && (isOneAddress(last, one, tokens)
                            || isOneName(last, one, tokens)
                            || goesOn(last, one, tokens))) {
                joined.removeLast();
                double confidence = Math.min(last.confidence(), one.confidence());
                joined.add(
                        new SequenceTagger.Found(last.first(), one.end(), one.kind(), confidence));
            } else {
                joined.add(one);
            }
        }
        return joined.stream().flatMap(one -> HouseAndStreet.of(one, tokens)).toList();
    }

    /** A given name and a family name side by side. */
    private static boolean isOneName(
            SequenceTagger.Found one, SequenceTagger.Found next, Tokens tokens) {
        return one.kind() == Labels.NAME
                && next.kind() == Labels.NAME
                && one.end() == next.first()
                && tokens.before[next.first()] == Tokens.BLANK;
    }

    /** A street, and then a flat with its town, or the number alone. */
    private static boolean goesOn(
            SequenceTagger.Found street, SequenceTagger.Found rest, Tokens tokens) {
        if (street.kind() != Labels.ADDRESS
                || rest.kind() != Labels.ADDRESS
                || street.end() != rest.first()) {
            return false;
        }
        if (rest.end() - rest.first() == 1) {
            return tokens.kind[rest.first()] == Tokens.DIGITS
                    && tokens.before[rest.first()] == Tokens.BLANK
                    && tokens.kind[street.end() - 1] == Tokens.LETTERS;
        }
        return AddressCues.isFlat(tokens, rest.first()) && hasParts(rest, tokens);
    }

    private static boolean hasParts(SequenceTagger.Found one, Tokens tokens) {
        for (int i = one.first() + 1; i < one.end(); i++) {
            boolean comma = tokens.text.charAt(tokens.start[i]) == ',';
            if (comma || tokens.before[i] == Tokens.NEW_LINE) {
                return true;
            }
        }
        return false;
    }

    private static void cut(
            SequenceTagger.Found one, Tokens tokens, List<SequenceTagger.Found> into) {
        int first = one.first();
        boolean place = one.kind() == Labels.LOCATION || one.kind() == Labels.ADDRESS;
        for (int i = first; i < one.end(); i++) {
            boolean frame = FRAMES.indexOf(tokens.text.charAt(tokens.start[i])) >= 0;
            boolean line = !place && i > first && tokens.before[i] == Tokens.NEW_LINE;
            if (frame || line) {
                add(one, first, i, into);
                first = frame ? i + 1 : i;
            }
        }
        add(one, first, one.end(), into);
    }

    private static void add(
            SequenceTagger.Found one, int first, int end, List<SequenceTagger.Found> into) {
        if (first < end) {
            into.add(new SequenceTagger.Found(first, end, one.kind(), one.confidence()));
        }
    }

    /** A number alone, and then an address in several parts. */
    private static boolean isOneAddress(
            SequenceTagger.Found number, SequenceTagger.Found street, Tokens tokens) {
        if (number.kind() != Labels.ADDRESS
                || street.kind() != Labels.ADDRESS
                || number.end() != street.first()
                || number.end() - number.first() > 1
                || tokens.kind[number.first()] != Tokens.DIGITS
                || tokens.before[street.first()] != Tokens.BLANK) {
            return false;
        }
        for (int i = street.first() + 1; i < street.end(); i++) {
            boolean comma = tokens.text.charAt(tokens.start[i]) == ',';
            if (comma || tokens.before[i] == Tokens.NEW_LINE || AddressCues.isFlat(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    static boolean mayBegin(char c, int kind) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || (kind == Labels.PHONE && (c == '+' || c == '('))
                || (kind == Labels.ID && c == '#');
    }

    static boolean mayEnd(char c, int kind) {
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || (c == '.' && kind != Labels.PHONE && kind != Labels.ID);
    }
}
