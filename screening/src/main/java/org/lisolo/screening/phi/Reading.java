package org.lisolo.screening.phi;

/** A text, its tokens, and what is quickly known of it. Immutable. */
final class Reading {
    private final String text;
    private final Tokens tokens;
    private final int[] kindsOf;
    private final int kinds;
    private final int digits;

    Reading(String text) {
        this.text = text;
        this.tokens = new Tokens(text);
        this.kindsOf = new int[tokens.count];
        Lexicon lexicon = Lexicon.standard();
        int all = 0;
        int figures = 0;
        for (int i = 0; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.LETTERS) {
                kindsOf[i] = lexicon.kinds(tokens.hash[i]);
                all |= kindsOf[i];
            } else if (tokens.kind[i] == Tokens.DIGITS) {
                figures += tokens.length(i);
            }
        }
        kinds = all;
        digits = figures;
    }

    String text() {
        return text;
    }

    Tokens tokens() {
        return tokens;
    }

    /** Whether it has a word of one of these kinds. */
    boolean says(int some) {
        return (kinds & some) != 0;
    }

    /** Whether it has at least so many digits. */
    boolean hasDigits(int least) {
        return digits >= least;
    }

    boolean has(char sign) {
        return text.indexOf(sign) >= 0;
    }

    /** The kinds of a token, 0 beyond the text. */
    int kinds(int token) {
        return token >= 0 && token < kindsOf.length ? kindsOf[token] : 0;
    }
}
