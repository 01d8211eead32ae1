package org.lisolo.screening;

import java.text.Normalizer;

/** How a word is compared when case and accents count: form C, without zero-width characters. */
final class ExactForm {
    private ExactForm() {}

    static String of(CharSequence written) {
        StringBuilder visible = new StringBuilder(written.length());
        written.codePoints()
                .filter(c -> Folding.of(c) != Folding.INVISIBLE)
                .forEach(visible::appendCodePoint);
        return Normalizer.normalize(visible, Normalizer.Form.NFC);
    }

    /** Whether a stretch of a text is this word; makes no objects where the text is plain. */
    static boolean matches(String exact, char[] text, int start, int end) {
        if (end - start == exact.length()) {
            int at = 0;
            while (at < exact.length() && text[start + at] == exact.charAt(at)) {
                at++;
            }
            if (at == exact.length()) {
                return true;
            }
        }
        for (int i = start; i < end; i++) {
            if (text[i] >= Folding.DIRECT || text[i] == '\u00AD') {
                return of(new String(text, start, end - start)).equals(exact);
            }
        }
        return false;
    }
}
