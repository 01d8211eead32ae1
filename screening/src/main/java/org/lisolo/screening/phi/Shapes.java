package org.lisolo.screening.phi;

import java.util.HashSet;
import java.util.Set;

/** How tokens are written, whatever they say. */
final class Shapes {
    /** Kinds of words that say what may follow. */
    static final int TELLING =
            Lexicon.RECORD
                    | Lexicon.INSURANCE
                    | Lexicon.PHONE
                    | Lexicon.CARE
                    | Lexicon.BIRTH
                    | Lexicon.STREET
                    | Lexicon.TITLE
                    | Lexicon.FACILITY
                    | Lexicon.ACCOUNT
                    | Lexicon.LICENSE
                    | Lexicon.SOCIAL
                    | Lexicon.FAX
                    | Lexicon.MEDICAL;

    /** Kinds of words that name. */
    static final int NAMING =
            Lexicon.GIVEN | Lexicon.FAMILY | Lexicon.PLACE | Lexicon.FACILITY | Lexicon.TITLE;

    private static final Set<Integer> FRENCH =
            hashes(
                    "le la les de du des et est dans pour avec un une que qui au aux sur par ne"
                            + " pas");
    private static final Set<Integer> ENGLISH =
            hashes("the of and is in for with a that who to on by not my at was it you what");

    private Shapes() {}

    private static Set<Integer> hashes(String words) {
        Set<Integer> hashes = new HashSet<>();
        for (String word : words.split(" ", -1)) {
            hashes.add(Tokens.hash(word));
        }
        return hashes;
    }

    static int isFrench(int hash) {
        return FRENCH.contains(hash) ? 1 : 0;
    }

    static int isEnglish(int hash) {
        return ENGLISH.contains(hash) ? 1 : 0;
    }

    /** Letters by case, digits by number and size, signs as they are. */
    static int of(Tokens tokens, int i) {
        return switch (tokens.kind[i]) {
            case Tokens.LETTERS -> letters(tokens, i);
            case Tokens.DIGITS -> digits(tokens, i);
            default -> 1000 + Tokens.plain(tokens.text.charAt(tokens.start[i]));
        };
    }

    /** The same without the size of numbers. */
    static int rough(Tokens tokens, int i) {
        return switch (tokens.kind[i]) {
            case Tokens.LETTERS -> letters(tokens, i);
            case Tokens.DIGITS -> 100 + Math.min(tokens.length(i), 12);
            default -> 1000 + Tokens.plain(tokens.text.charAt(tokens.start[i]));
        };
    }

    private static int letters(Tokens tokens, int i) {
        boolean first = Character.isUpperCase(tokens.text.charAt(tokens.start[i]));
        int upper = 0;
        for (int at = tokens.start[i]; at < tokens.end[i]; at++) {
            upper += Character.isUpperCase(tokens.text.charAt(at)) ? 1 : 0;
        }
        int length = tokens.length(i);
        if (length == 1) {
            return first ? 1 : 2;
        }
        if (upper == 0) {
            return length <= 3 ? 3 : 4;
        }
        if (upper == length) {
            return length <= 3 ? 5 : 6;
        }
        return first ? upper == 1 ? 7 : 8 : 9;
    }

    /** Whether letters are all small, all capitals, or both as in a book: 1, 2, 0. */
    static int letterCase(Tokens tokens, int from, int to) {
        int letters = 0;
        int small = 0;
        int capital = 0;
        for (int i = from; i < to; i++) {
            if (tokens.kind[i] == Tokens.LETTERS) {
                letters++;
                small += Character.isLowerCase(tokens.text.charAt(tokens.start[i])) ? 1 : 0;
                capital += Character.isUpperCase(tokens.text.charAt(tokens.end[i] - 1)) ? 1 : 0;
            }
        }
        return small == letters ? 1 : capital * 5 > letters * 4 ? 2 : 0;
    }

    private static int digits(Tokens tokens, int i) {
        int length = tokens.length(i);
        if (length > 4) {
            return 20 + Math.min(length, 16);
        }
        int value = 0;
        for (int at = tokens.start[i]; at < tokens.end[i]; at++) {
            value = value * 10 + Character.digit(tokens.text.charAt(at), 10);
        }
        if (length == 4) {
            return value >= 1900 && value < 2100 ? 50 : 51;
        }
        int size = value == 0 ? 0 : value <= 12 ? 1 : value <= 31 ? 2 : value <= 89 ? 3 : 4;
        return 52 + length * 5 + size;
    }
}
