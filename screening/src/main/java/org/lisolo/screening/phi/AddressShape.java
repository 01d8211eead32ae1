package org.lisolo.screening.phi;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How what begins with a number goes on: words, a second number, a flat, commas and ends of lines,
 * as far as an address may go. By this one sees whether a house's number and its street are one
 * line of an address or two fields of a form. For one thread, used again text after text.
 */
final class AddressShape {
    private static final int NUMBER = 1;
    private static final int WORDS = 2;
    private static final int FLAT = 3;
    private static final int COMMA = 4;
    private static final int LINE = 5;
    private static final int STREET = 6;

    private static final int MOST_PARTS = 10;
    private static final int MOST_WORDS = 9;
    private static final int LEAST_PARTS = 3;
    private static final int LONGEST_NUMBER = 6;
    private static final int SHORT_WORD = 4;

    private static final Set<Integer> BETWEEN =
            hashes(
                    "de du des d la le les l di del della da do dos das van der den het the y e"
                            + " and");
    private static final Set<Integer> STREETS = hashes("st street");

    private int[] shapes = new int[0];
    private int[] briefs = new int[0];
    private byte[] places = new byte[0];
    private Tokens tokens = new Tokens("");
    private int end;
    private int parts;
    private int hash;
    private int last;

    /** What the address comes to: two numbers or one, what follows them, and how far it goes. */
    private int numbers;

    private int after;
    private int further;

    private static Set<Integer> hashes(String words) {
        return Stream.of(words.split(" ", -1))
                .map(Tokens::hash)
                .collect(Collectors.toUnmodifiableSet());
    }

    void read(Tokens read, int from, int to) {
        int n = to - from;
        if (shapes.length < n) {
            shapes = new int[n];
            briefs = new int[n];
            places = new byte[n];
        }
        Arrays.fill(shapes, 0, n, 0);
        tokens = read;
        end = to;
        int i = from;
        while (i < to) {
            i = begins(i, from) ? block(i, from) : i + 1;
        }
    }

    /** The shape around a token; 0 where no address may be. */
    int of(int i) {
        return shapes[i];
    }

    /** What the shape comes to, where it is rare. */
    int brief(int i) {
        return briefs[i];
    }

    /** Which part of it a token is, twice; and 1 more but for the part's first token. */
    int place(int i) {
        return places[i];
    }

    private boolean begins(int i, int from) {
        return isNumber(i)
                && (i == from || tokens.before[i] != Tokens.JOINED || isBracket(i - 1))
                && i + 1 < end
                && tokens.before[i + 1] != Tokens.JOINED
                && tokens.kind[i + 1] != Tokens.SIGN
                && tokens.before[i + 1] == Tokens.BLANK;
    }

    private boolean isBracket(int i) {
        return tokens.text.charAt(tokens.start[i]) == '(';
    }

    private boolean isNumber(int i) {
        return tokens.kind[i] == Tokens.DIGITS && tokens.length(i) <= LONGEST_NUMBER;
    }

    /** Reads a block; gives where to go on. */
    private int block(int first, int from) {
        parts = 0;
        hash = tokens.before[first] == Tokens.NEW_LINE ? 17 : 19;
        last = 0;
        numbers = 0;
        after = 0;
        further = 0;
        int i = first;
        while (i < end && parts < MOST_PARTS) {
            if (i > first && tokens.before[i] == Tokens.NEW_LINE && last != LINE) {
                if (tokens.kind[i] == Tokens.SIGN && sign(i) != ',') {
                    break;
                }
                part(LINE);
            }
            int next = part(i, from);
            if (next == i) {
                break;
            }
            i = next;
        }
        boolean tells = parts >= LEAST_PARTS;
        int brief = 1 + (Math.min(numbers, 2) * 8 + after) * 8 + Math.min(further, 4);
        for (int k = first; k < i; k++) {
            shapes[k - from] = tells ? hash : 0;
            briefs[k - from] = tells ? brief : 0;
        }
        return Math.max(i, first + 1);
    }

    private void part(int kind) {
        if (parts < 3) {
            numbers += kind == NUMBER ? 1 : 0;
        } else if (after == 0) {
            after = kind;
        } else {
            further++;
        }
        hash = hash * 31 + kind;
        last = kind;
        parts++;
    }

    /** Reads one part; gives what follows it, the same where nothing fits. */
    private int part(int i, int from) {
        int kind = kind(i);
        if (kind == 0) {
            return i;
        }
        int next =
                switch (kind) {
                    case NUMBER -> restOfNumber(i);
                    case FLAT -> restOfFlat(i);
                    case WORDS -> restOfWords(i);
                    default -> i + 1;
                };
        part(kind);
        for (int k = i; k < next; k++) {
            places[k - from] = (byte) (parts * 2 + (k == i ? 0 : 1));
        }
        return next;
    }

    private int kind(int i) {
        if (tokens.kind[i] == Tokens.DIGITS) {
            return tokens.length(i) <= LONGEST_NUMBER ? NUMBER : 0;
        }
        if (tokens.kind[i] == Tokens.SIGN) {
            return sign(i) == ',' ? COMMA : 0;
        }
        if (AddressCues.isFlat(tokens, i)) {
            return FLAT;
        }
        if (last == NUMBER && STREETS.contains(tokens.hash[i])) {
            return STREET;
        }
        return goesOn(i) ? WORDS : 0;
    }

    private char sign(int i) {
        return tokens.text.charAt(tokens.start[i]);
    }

    /** Whether a word may be of an address: with a capital, or with one or a number soon after. */
    private boolean goesOn(int i) {
        for (int k = i; k < end && k <= i + 2; k++) {
            if (k > i && tokens.before[k] == Tokens.NEW_LINE) {
                return false;
            }
            if (tokens.kind[k] == Tokens.DIGITS) {
                return true;
            }
            boolean letters = tokens.kind[k] == Tokens.LETTERS;
            if (letters && Character.isUpperCase(tokens.text.charAt(tokens.start[k]))) {
                return true;
            }
            boolean between = letters && BETWEEN.contains(tokens.hash[k]);
            if (!between && !isDot(k) && !(letters && tokens.length(k) <= SHORT_WORD)) {
                return k == i && letters && k + 1 < end && tokens.kind[k + 1] == Tokens.DIGITS;
            }
        }
        return false;
    }

    private boolean isDot(int i) {
        return tokens.kind[i] == Tokens.SIGN && ".'’-()".indexOf(sign(i)) >= 0;
    }

    private int restOfNumber(int i) {
        int next = i + 1;
        while (next < end
                && next < i + 4
                && tokens.before[next] == Tokens.JOINED
                && (tokens.kind[next] != Tokens.SIGN || isJoint(next))) {
            next++;
        }
        boolean point =
                next + 1 < end
                        && tokens.before[next] == Tokens.JOINED
                        && tokens.kind[next] == Tokens.SIGN
                        && sign(next) == '.'
                        && (tokens.before[next + 1] != Tokens.BLANK
                                || tokens.kind[next + 1] == Tokens.DIGITS);
        return point ? next + 1 : next;
    }

    /** A hyphen or a stroke between parts of a number. */
    private boolean isJoint(int i) {
        return (sign(i) == '-' || sign(i) == '/')
                && i + 1 < end
                && tokens.before[i + 1] == Tokens.JOINED
                && tokens.kind[i + 1] != Tokens.SIGN;
    }

    private int restOfFlat(int i) {
        int next = i + 1;
        if (next < end && tokens.kind[next] == Tokens.SIGN && sign(next) == '.') {
            next++;
        }
        return next < end && tokens.kind[next] == Tokens.DIGITS ? next + 1 : next;
    }

    private int restOfWords(int i) {
        int next = i + 1;
        while (next < end
                && next < i + MOST_WORDS
                && tokens.before[next] != Tokens.NEW_LINE
                && (isInside(next)
                        || (tokens.kind[next] == Tokens.LETTERS
                                && !AddressCues.isFlat(tokens, next)
                                && goesOn(next)))) {
            next++;
        }
        return next;
    }

    /** A point after a short word, an apostrophe, a hyphen: what does not end a name. */
    private boolean isInside(int i) {
        if (!isDot(i)) {
            return false;
        }
        boolean ends = i + 1 >= end || tokens.before[i + 1] == Tokens.NEW_LINE;
        return sign(i) == '.' ? !ends && tokens.length(i - 1) <= SHORT_WORD : !ends;
    }
}
