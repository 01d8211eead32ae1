package org.lisolo.screening;

/** Compares single words of a text with a word of a query. For one thread at a time. */
final class WordCheck {
    private final WordBuffer words;
    private final LongRuns runs = new LongRuns();
    private char[] folded = new char[64];

    WordCheck(WordBuffer words) {
        this.words = words;
    }

    /** Whether a word of the text is what a query asks for. */
    boolean isSo(Term asked, int word) {
        return switch (asked) {
            case Term.Plain plain -> isPattern(plain.folded(), word);
            case Term.Wild wild -> isPattern(wild.pattern(), word);
            case Term.Exact exact ->
                    ExactForm.matches(
                            exact.written(), words.text, words.start(word), words.end(word));
        };
    }

    private boolean isPattern(String pattern, int word) {
        if (words.hasRun(word)) {
            runs.read(words.text, words.start(word), words.end(word));
            if (runs.anyDrawnOut()) {
                return runs.matches(pattern);
            }
        }
        int length = words.foldedLength(word);
        if (folded.length < length) {
            folded = new char[length * 2];
        }
        words.folded(word, folded);
        return LongRuns.matches(pattern, folded, 0, length);
    }
}
