package org.lisolo.screening.phi;

import java.util.Arrays;

/**
 * What the sequence model is told of each token: the word, its shape, its beginning and end, the
 * kinds the lexicon knows, what recognisers found there, and the same of its neighbours. For one
 * thread, used again text after text.
 */
final class TokenFeatures {
    /** At most so many a token. */
    static final int MOST = 144;

    private static final int NOTHING = 0x1234_5678;
    private static final int EDGE = 4;
    private static final int REACH = 7;

    private final Lexicon lexicon = Lexicon.standard();
    private final Vocabulary vocabulary;
    private Tokens tokens = new Tokens("");
    private int from;
    private int to;
    private int[] word = new int[0];
    private int[] shape = new int[0];
    private int[] wide = new int[0];
    private int[] kinds = new int[0];
    private int[] mark = new int[0];
    private int[] near = new int[0];
    private int[] plain = new int[0];
    private int[] named = new int[0];
    private final Repeats repeats = new Repeats();
    private final AddressCues cues = new AddressCues();
    private final AddressShape addresses = new AddressShape();
    private int letterCase;
    private boolean french;

    /** The features of the token asked for last: {@link #count} of them. */
    final int[] hashes = new int[MOST];

    int count;

    TokenFeatures(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Reads tokens {@code from} to {@code to}, which become 0 to {@code to - from}.
     *
     * @param marks what recognisers found at each token of the text, 0 for nothing
     */
    void read(Tokens tokens, int from, int to, int[] marks) {
        this.tokens = tokens;
        this.from = from;
        this.to = to;
        int padded = to - from + 2 * EDGE;
        if (word.length < padded) {
            word = new int[padded];
            shape = new int[padded];
            wide = new int[padded];
            kinds = new int[padded];
            mark = new int[padded];
            near = new int[padded];
            plain = new int[padded];
            named = new int[padded];
        }
        for (int i = 0; i < EDGE; i++) {
            edge(i);
            edge(padded - 1 - i);
        }
        int frenchWords = 0;
        for (int i = from; i < to; i++) {
            int at = i - from + EDGE;
            word[at] = tokens.hash[i];
            shape[at] = Shapes.of(tokens, i);
            kinds[at] = tokens.kind[i] == Tokens.LETTERS ? lexicon.kinds(tokens.hash[i]) : 0;
            mark[at] = marks[i];
            int known = tokens.kind[i] == Tokens.LETTERS ? vocabulary.of(tokens.hash[i]) : 3;
            plain[at] = known & 3;
            named[at] = known >> 2;
            frenchWords += Shapes.isFrench(tokens.hash[i]) - Shapes.isEnglish(tokens.hash[i]);
        }
        french = frenchWords > 0;
        letterCase = Shapes.letterCase(tokens, from, to);
        repeats.read(tokens, from, to, kinds, named, EDGE);
        cues.read(tokens, from, to);
        addresses.read(tokens, from, to);
        chunks();
        nearest();
    }

    private void edge(int i) {
        word[i] = NOTHING;
        shape[i] = NOTHING;
        wide[i] = NOTHING;
        kinds[i] = 0;
        mark[i] = 0;
        near[i] = 0;
        plain[i] = 4;
        named[i] = 0;
    }

    /** The shape of the whole stretch between blanks that a token is part of. */
    private void chunks() {
        int first = from;
        while (first < to) {
            int last = first + 1;
            int hash = shape[first - from + EDGE];
            while (last < to && tokens.before[last] == Tokens.JOINED) {
                hash = hash * 31 + (last - first < 9 ? Shapes.rough(tokens, last) : 0);
                last++;
            }
            for (int i = first; i < last; i++) {
                wide[i - from + EDGE] = hash * 31 + Math.min(i - first, 6);
            }
            first = last;
        }
    }

    /** The last telling word before a token, as far as {@value #REACH} words back. */
    private void nearest() {
        int seen = 0;
        int age = REACH + 1;
        for (int i = from; i < to; i++) {
            int at = i - from + EDGE;
            near[at] = age <= REACH ? seen : 0;
            age += tokens.kind[i] == Tokens.SIGN ? 0 : 1;
            int telling = kinds[at] & Shapes.TELLING;
            if (telling != 0) {
                seen = Integer.lowestOneBit(telling);
                age = 0;
            }
        }
    }

    /** Hides what a token is called and what the lexicon knows of it, its shape remains. */
    void hide(int i) {
        word[i + EDGE] = NOTHING + 1;
        kinds[i + EDGE] = 0;
        plain[i + EDGE] = Vocabulary.UNKNOWN;
        named[i + EDGE] = 0;
    }

    /** Fills {@link #hashes} with the features of token {@code i}. */
    void of(int i) {
        count = 0;
        int at = i + EDGE;
        int w = word[at];
        int s = shape[at];
        add(1, french ? 1 : 2);
        add(2, w);
        add(3, word[at - 1]);
        add(4, word[at + 1]);
        add(5, word[at - 2]);
        add(6, word[at + 2]);
        add(7, word[at - 1], w);
        add(8, w, word[at + 1]);
        add(9, word[at - 2], word[at - 1]);
        add(10, word[at + 1], word[at + 2]);
        add(11, s);
        add(12, shape[at - 1], s);
        add(13, s, shape[at + 1]);
        add(14, shape[at - 1] * 31 + s, shape[at + 1]);
        add(15, (shape[at - 2] * 31 + shape[at - 1]) * 31 + s, shape[at + 1] * 31 + shape[at + 2]);
        add(16, word[at - 1], s);
        add(17, word[at + 1], s);
        add(18, word[at - 2] * 31 + shape[at - 1], s);
        add(19, word[at + 2] * 31 + shape[at + 1], s);
        add(20, wide[at]);
        add(21, wide[at - 1], s);
        add(22, word[at - 3], s);
        add(23, word[at - 1] * 31 + word[at - 2], s);
        add(24, near[at], s);
        add(25, near[at], wide[at]);
        add(26, tokens.before[from + i], s);
        add(27, word[at - 1], word[at + 1]);
        add(28, french ? 1 : 2, s);
        int p = plain[at];
        add(200, p, s);
        add(201, plain[at - 1] * 8 + p, s);
        add(202, p * 8 + plain[at + 1], s);
        add(203, (plain[at - 1] * 8 + p) * 8 + plain[at + 1], shape[at - 1] * 31 + s);
        add(204, (plain[at - 1] * 8 + p) * 8 + plain[at + 1], s * 31 + shape[at + 1]);
        add(205, word[at - 1], p * 64 + s);
        add(206, word[at + 1], p * 64 + s);
        int gap = tokens.before[from + i];
        int after = from + i + 1 < to ? tokens.before[from + i + 1] : Tokens.NEW_LINE;
        add(207, gap * 4 + after, s * 8 + p);
        add(208, gap * 64 + shape[at - 1], s);
        add(209, after * 64 + shape[at + 1], s);
        add(210, gap, w);
        add(211, gap * 4 + p, word[at + 1]);
        marks(at);
        edges(from + i, s);
        lexical(at, s);
        names(at, s);
        farther(i, s, gap);
    }

    /** What the whole text and the address around it say. */
    private void farther(int i, int s, int gap) {
        int at = i + EDGE;
        int p = plain[at];
        add(220, repeats.of(i), s);
        add(221, repeats.of(i), plain[at]);
        add(222, letterCase, s);
        add(223, letterCase * 8 + p, word[at - 1]);
        add(224, letterCase * 8 + p, word[at + 1]);
        int cue = cues.of(i);
        if (cue != 0) {
            add(230, cue, s);
            add(231, cue, word[at - 1]);
            add(232, cue, shape[at - 1] * 31 + s);
            add(233, cue, gap * 64 + s);
        }
        int address = addresses.of(i);
        if (address != 0) {
            int place = addresses.place(i);
            add(250, address, place);
            add(251, address * 31 + place, s);
            add(252, addresses.brief(i), place);
            add(253, addresses.brief(i) * 64 + place, shape[at - 1] * 31 + s);
        }
    }

    private void names(int at, int s) {
        int name = named[at];
        if ((name | named[at - 1] | named[at + 1]) != 0) {
            int p = plain[at];
            add(240, name * 8 + p, s);
            add(241, named[at - 1] * 16 + name, s);
            add(242, name * 16 + named[at + 1], s);
            add(243, (named[at - 1] * 16 + name) * 16 + named[at + 1]);
            add(244, name * 8 + p, word[at - 1]);
            add(245, name * 8 + p, word[at + 1]);
            add(246, name * 8 + p, shape[at - 1] * 31 + shape[at + 1]);
            add(247, letterCase, (name * 8 + p) * 16 + named[at + 1]);
        }
    }

    private void marks(int at) {
        if ((mark[at] | mark[at - 1] | mark[at + 1]) != 0) {
            add(30, mark[at]);
            add(31, mark[at - 1], mark[at]);
            add(32, mark[at], mark[at + 1]);
        }
    }

    private void edges(int token, int s) {
        if (tokens.kind[token] != Tokens.LETTERS) {
            return;
        }
        int start = tokens.start[token];
        int end = tokens.end[token];
        int head = 7;
        int tail = 7;
        for (int n = 1; n <= 4 && n <= end - start; n++) {
            head = head * 31 + Tokens.plain(tokens.text.charAt(start + n - 1));
            tail = tail * 31 + Tokens.plain(tokens.text.charAt(end - n));
            if (n > 1) {
                add(34 + n, head);
                add(40 + n, tail);
                add(46 + n, tail, s);
            }
        }
    }

    private void lexical(int at, int s) {
        kinds(60, kinds[at], s);
        kinds(90, kinds[at - 1], s);
        kinds(120, kinds[at + 1], s);
        kinds(150, kinds[at - 2], s);
        add(55, kinds[at] & Shapes.NAMING, kinds[at + 1] & Shapes.NAMING);
        add(56, kinds[at - 1] & Shapes.NAMING, kinds[at] & Shapes.NAMING);
    }

    private void kinds(int base, int set, int s) {
        for (int rest = set; rest != 0; rest &= rest - 1) {
            if (count < MOST - 2) {
                add(base + Integer.numberOfTrailingZeros(rest), s);
            }
        }
    }

    private void add(int template, int value) {
        int mixed = (value ^ (template * 0x9E37_79B1)) * 0x85EB_CA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2_AE35;
        hashes[count++] = mixed ^ (mixed >>> 16);
    }

    private void add(int template, int one, int other) {
        add(template, (one * 0x2C1B_3C6D) ^ Integer.rotateLeft(other * 0x297A_2D39, 15));
    }

    int[] copy() {
        return Arrays.copyOf(hashes, count);
    }
}
