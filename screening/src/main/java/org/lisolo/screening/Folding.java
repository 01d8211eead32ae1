package org.lisolo.screening;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What each character becomes before words are compared: case, accents, width and ligatures go
 * (lower case and Unicode compatibility decomposition, UAX #15, then what a decomposition does not
 * know, such as {@code ø} or Lingala's {@code ɛ} and {@code ɔ}). Letters and numbers are kept,
 * everything else parts words.
 *
 * <p>Planes 0 and 1 are read from pages of 256 characters, each made when first asked for. Shared
 * by all threads.
 */
final class Folding {
    /** Parts words. */
    static final char SEPARATOR = 0;

    /** An accent: belongs to the letter before it, and is dropped. */
    static final char ACCENT = 1;

    /** Zero width: dropped, wherever it stands. */
    static final char INVISIBLE = 2;

    /** {@code #} or {@code @}, or one of their wide forms: parts words and may begin a mark. */
    static final char SIGN = 3;

    /** Becomes several characters; ask {@link #expansion}. */
    static final char SEVERAL = 4;

    /** Below this a value is one of the above, from here on it is a folded character. */
    static final char FIRST_LETTER = 16;

    /** In {@link #BYTES}: parts words. */
    static final byte PARTS = 0;

    /**
     * In {@link #BYTES}: was not met yet; {@link #learn} finds out. From here on none is a letter.
     */
    static final byte UNKNOWN = 0x7E;

    /** In {@link #BYTES}: takes more than a look at one {@code char}. */
    private static final byte NEEDS_CARE = 0x7F;

    /** Characters below this one are known from the start, and none of them combines. */
    static final int DIRECT = 0x300;

    private static final Map<Integer, String> BEYOND_DECOMPOSITION =
            Map.ofEntries(
                    Map.entry((int) 'ß', "ss"),
                    Map.entry((int) 'œ', "oe"),
                    Map.entry((int) 'æ', "ae"),
                    Map.entry((int) 'ø', "o"),
                    Map.entry((int) 'đ', "d"),
                    Map.entry((int) 'ð', "d"),
                    Map.entry((int) 'ħ', "h"),
                    Map.entry((int) 'ı', "i"),
                    Map.entry((int) 'ł', "l"),
                    Map.entry((int) 'ŋ', "n"),
                    Map.entry((int) 'ŧ', "t"),
                    Map.entry((int) 'þ', "th"),
                    Map.entry((int) 'ɛ', "e"),
                    Map.entry((int) 'ɔ', "o"),
                    Map.entry((int) 'ς', "σ"));

    private static final int PAGES = 512;
    private static final AtomicReferenceArray<char[]> PAGE = new AtomicReferenceArray<>(PAGES);
    private static final AtomicReferenceArray<String[]> EXPANSIONS =
            new AtomicReferenceArray<>(PAGES);

    /**
     * What the most usual characters become, by {@code char}: a letter from a to z or a digit,
     * {@link #PARTS}, or {@link #UNKNOWN} or {@link #NEEDS_CARE} for the rest; never less than 0.
     * It is filled as characters are met, for all of them would make a start slow; threads may do
     * so at once, as they write the same.
     */
    static final byte[] BYTES = bytes();

    private Folding() {}

    /** One of the constants above, or the folded character. */
    static char of(int codePoint) {
        int page = codePoint >> 8;
        if (page >= PAGES) {
            return beyondPages(codePoint);
        }
        char[] made = PAGE.get(page);
        return (made == null ? makePage(page) : made)[codePoint & 0xFF];
    }

    /** What a character whose value is {@link #SEVERAL} becomes; may contain separators. */
    static String expansion(int codePoint) {
        int page = codePoint >> 8;
        String[] made = page < PAGES ? EXPANSIONS.get(page) : null;
        return made == null ? folded(codePoint) : made[codePoint & 0xFF];
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[Character.MAX_VALUE + 1];
        Arrays.fill(bytes, UNKNOWN);
        for (char c = 0; c < DIRECT; c++) {
            bytes[c] = asByte(c);
        }
        return bytes;
    }

    /** What {@link #BYTES} has for a character, found out if it was not met yet. */
    static byte learn(char c) {
        if (BYTES[c] == UNKNOWN) {
            BYTES[c] = asByte(c);
        }
        return BYTES[c];
    }

    private static byte asByte(char c) {
        if (Character.isSurrogate(c)) {
            return NEEDS_CARE;
        }
        char value = of(c);
        return switch (value) {
            case SEPARATOR, SIGN -> PARTS;
            case ACCENT, INVISIBLE, SEVERAL -> NEEDS_CARE;
            default -> PackedWord.isNarrow(value) ? (byte) value : NEEDS_CARE;
        };
    }

    private static char beyondPages(int codePoint) {
        if (codePoint >= 0xE0000 && codePoint <= 0xE0FFF) {
            return INVISIBLE;
        }
        return Character.isLetter(codePoint) ? SEVERAL : SEPARATOR;
    }

    private static char[] makePage(int page) {
        char[] values = new char[256];
        String[] expansions = new String[256];
        for (int i = 0; i < 256; i++) {
            int codePoint = (page << 8) | i;
            values[i] = value(codePoint);
            expansions[i] = values[i] == SEVERAL ? folded(codePoint) : "";
        }
        EXPANSIONS.set(page, expansions);
        PAGE.set(page, values);
        return values;
    }

    private static char value(int codePoint) {
        if (isInvisible(codePoint)) {
            return INVISIBLE;
        }
        if (isAccent(codePoint)) {
            return ACCENT;
        }
        String folded = folded(codePoint);
        if (folded.length() != 1) {
            return folded.isBlank() ? SEPARATOR : SEVERAL;
        }
        char only = folded.charAt(0);
        if (only == '#' || only == '@') {
            return SIGN;
        }
        return isKept(only) ? only : SEPARATOR;
    }

    private static String folded(int codePoint) {
        if ((codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xD800 && codePoint <= 0xDFFF)) {
            return Character.toString(codePoint); // a Hangul syllable stays whole
        }
        String apart = Normalizer.normalize(lower(codePoint), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        apart.codePoints()
                .flatMap(c -> lower(c).codePoints())
                .filter(c -> !isAccent(c) && !isInvisible(c))
                .forEach(c -> appendKept(folded, c));
        return folded.toString();
    }

    private static void appendKept(StringBuilder folded, int codePoint) {
        String special = BEYOND_DECOMPOSITION.get(codePoint);
        if (special != null) {
            folded.append(special);
        } else if (isKept(codePoint) || codePoint == '#' || codePoint == '@') {
            folded.appendCodePoint(codePoint);
        } else {
            folded.append(' ');
        }
    }

    private static String lower(int codePoint) {
        return Character.toString(Character.toLowerCase(codePoint));
    }

    /**
     * A letter, a number, or a vowel sign that is no accent and without which a word is another.
     */
    private static boolean isKept(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.COMBINING_SPACING_MARK,
                    Character.NON_SPACING_MARK ->
                    true;
            default -> false;
        };
    }

    private static boolean isInvisible(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || codePoint == 0x034F // combining grapheme joiner
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F) // variation selectors
                || (codePoint >= 0x180B && codePoint <= 0x180F);
    }

    /** A mark with a canonical combining class other than 0, or one that encloses. */
    static boolean isAccent(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.ENCLOSING_MARK) {
            return true;
        }
        if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
            return false;
        }
        // the class is not to be had from the JDK, but canonical ordering shows it (UAX #15)
        String mark = Character.toString(codePoint);
        return reorders(mark + "\u0334") || reorders("\u0323" + mark);
    }

    private static boolean reorders(String marks) {
        return !Normalizer.normalize("x" + marks, Normalizer.Form.NFD).equals("x" + marks);
    }
}
