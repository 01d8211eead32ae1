package org.lisolo.screening;

import org.lisolo.screening.QueryError.Code;

import java.util.ArrayList;
import java.util.List;

/** Reads the words of a piece of a query, with {@code ?} and {@code *}. */
final class TermReader {
    private final String source;
    private final List<Term> terms = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean wild;
    private int wordStart;
    private int questionMarks;

    private TermReader(String source) {
        this.source = source;
    }

    /** The words of {@code text}, which stands at index {@code offset} of the source. */
    static List<Term> words(String source, String text, int offset) {
        return read(source, text, offset, false);
    }

    /** A hashtag's or a name's words: one, for {@code _} is a letter here. */
    static List<Term> markName(String source, String text, int offset) {
        return read(source, text, offset, true);
    }

    private static List<Term> read(String source, String text, int offset, boolean mark) {
        TermReader reader = new TermReader(source);
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            reader.character(codePoint, offset + at, mark);
            at += Character.charCount(codePoint);
        }
        reader.finish();
        return reader.terms;
    }

    /** The words of what stands in braces. */
    static List<Term> exact(String source, String text, int offset) {
        List<Term> terms = new ArrayList<>();
        int star = Math.max(text.indexOf('*'), text.indexOf('?'));
        if (star >= 0) {
            throw QueryFailure.at(
                    source,
                    offset + star,
                    text.charAt(star) == '*' ? Code.STAR_POSITION : Code.QUESTION_POSITION);
        }
        for (Word word : Words.of(text).list()) {
            if (word.folded().length() > Query.MAX_WORD_LENGTH) {
                throw tooLong(source, offset + word.start());
            }
            String written = ExactForm.of(word.span().in(text));
            terms.add(new Term.Exact(written, word.folded()));
        }
        return terms;
    }

    private void character(int codePoint, int index, boolean mark) {
        if (codePoint == '*' || codePoint == '?') {
            wildcard((char) codePoint, index);
            return;
        }
        if (mark && codePoint == '_') {
            append('_', index);
            return;
        }
        char value = Folding.of(codePoint);
        switch (value) {
            case Folding.ACCENT, Folding.INVISIBLE -> {}
            case Folding.SEVERAL -> several(Folding.expansion(codePoint), index);
            case Folding.SEPARATOR, Folding.SIGN -> finish();
            default -> append(value, index);
        }
    }

    private void several(String expansion, int index) {
        for (int i = 0; i < expansion.length(); i++) {
            char c = expansion.charAt(i);
            if (c == ' ' || c == '#' || c == '@') {
                finish();
            } else {
                append(c, index);
            }
        }
    }

    private void wildcard(char c, int index) {
        if (word.isEmpty()) {
            Code code = c == '*' ? Code.STAR_POSITION : Code.QUESTION_POSITION;
            throw QueryFailure.at(source, index, code);
        }
        if (c == '?' && ++questionMarks > Query.MAX_QUESTION_MARKS) {
            throw QueryFailure.at(
                    source, index, Code.TOO_MANY_QUESTION_MARKS, Query.MAX_QUESTION_MARKS);
        }
        append(c, index);
        wild = true;
    }

    private void append(char c, int index) {
        if (word.isEmpty()) {
            wordStart = index;
        } else if (word.charAt(word.length() - 1) == '*') {
            throw QueryFailure.at(source, index - 1, Code.STAR_POSITION);
        }
        if (!endsInRun(c)) {
            word.append(c);
        }
        if (word.length() > Query.MAX_WORD_LENGTH) {
            throw tooLong(source, wordStart);
        }
    }

    private boolean endsInRun(char c) {
        int length = word.length();
        return Character.isLetter(c)
                && length >= WordBuffer.LONGEST_RUN
                && word.charAt(length - 1) == c
                && word.charAt(length - 2) == c
                && word.charAt(length - 3) == c;
    }

    private static QueryFailure tooLong(String source, int index) {
        return QueryFailure.at(source, index, Code.WORD_TOO_LONG, Query.MAX_WORD_LENGTH);
    }

    private void finish() {
        if (!word.isEmpty()) {
            terms.add(wild ? new Term.Wild(word.toString()) : new Term.Plain(word.toString()));
            word.setLength(0);
            wild = false;
            questionMarks = 0;
        }
    }
}
