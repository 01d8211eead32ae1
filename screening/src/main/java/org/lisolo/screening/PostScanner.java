package org.lisolo.screening;

import java.util.Arrays;

/** Finds the units of an automaton in one post after the other. For one thread at a time. */
final class PostScanner {
    private final Automaton automaton;
    private final Occurrences found;
    private final FieldScanner fields;
    private final WordBuffer words = new WordBuffer();
    private final Sieve sieve;
    private final Marks marks = new Marks();
    private final Disguises disguises = new Disguises();
    private final LongRuns runs = new LongRuns();
    private final WordCheck beside = new WordCheck(words);
    private char[] folded = new char[64];
    private char[] key = new char[64];
    private int keyLength;

    // the word or mark whose units are being noted
    private int firstWord;
    private int lastWord;
    private int start;
    private int end;

    PostScanner(Automaton automaton, Occurrences found) {
        this.automaton = automaton;
        this.found = found;
        this.fields = new FieldScanner(automaton, found);
        this.sieve = new Sieve(automaton.words, automaton.heads);
    }

    void scan(Post post) {
        if (post.text().length() > Post.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a text of more than " + Post.MAX_LENGTH + " characters");
        }
        found.nextPost();
        fields.scan(post);
        words.read(post.text());
        words();
        if (automaton.asksMarks) {
            marks.read(words);
            marks();
        }
        if (!automaton.disguised.isEmpty()) {
            disguises.read(words);
            disguises();
        }
    }

    private void words() {
        int from = 0;
        for (int i = 0; i < words.oddCount; i++) {
            int odd = words.odd[i];
            words(from, odd);
            odd(odd);
            from = odd + 1;
        }
        words(from, words.count);
    }

    /** Words that are to be found by their bytes alone. */
    private void words(int from, int to) {
        sieve.keys(words, from, to);
        for (int i = 0; i < sieve.count; i++) {
            int word = sieve.left[i];
            take(word);
            note(automaton.words, words.find(automaton.words, word), folded, 0, 0);
        }
        if (!automaton.heads.isEmpty()) {
            sieve.heads(words, from, to);
            for (int i = 0; i < sieve.count; i++) {
                heads(sieve.left[i]);
            }
        }
    }

    private void take(int word) {
        firstWord = word;
        lastWord = word;
        start = words.start(word);
        end = words.end(word);
    }

    /** Makes {@link #folded} a word. */
    private void fold(int word) {
        int length = words.foldedLength(word);
        if (folded.length < length) {
            folded = new char[length * 2];
        }
        words.folded(word, folded);
    }

    private void odd(int word) {
        take(word);
        fold(word);
        if (words.hasRun(word)) {
            perhapsDrawnOut(folded, 0, words.foldedLength(word));
        } else {
            keyAndHeads(folded, 0, words.foldedLength(word));
        }
    }

    /** A stretch of folded characters as a key, and as what keys begin with. */
    private void keyAndHeads(char[] characters, int from, int to) {
        note(automaton.words, automaton.words.find(characters, from, to), characters, from, to);
        if (!automaton.heads.isEmpty()) {
            heads(characters, from, to);
        }
    }

    private void heads(int word) {
        take(word);
        HeadTable heads = automaton.heads;
        int length = words.foldedLength(word);
        for (int end = heads.shortest(); end <= length; end++) {
            long packed = words.packed(word, end);
            if (!heads.mayBegin(packed)) {
                return;
            }
            if (heads.mayBe(packed)) {
                fold(word);
                note(heads.heads(), heads.heads().find(folded, 0, end), folded, 0, length);
            }
        }
    }

    private void heads(char[] characters, int from, int to) {
        HeadTable heads = automaton.heads;
        for (int end = from + heads.shortest(); end <= to; end++) {
            long packed = PackedWord.of(characters, from, end);
            if (!heads.mayBegin(packed)) {
                return;
            }
            if (heads.mayBe(packed)) {
                note(
                        heads.heads(),
                        heads.heads().find(characters, from, end),
                        characters,
                        from,
                        to);
            }
        }
    }

    /**
     * Adds the units of an entry.
     *
     * @param characters what a pattern is compared with, which only heads lead to
     */
    private void note(KeyTable table, long entry, char[] characters, int from, int to) {
        if (entry == KeyTable.NONE) {
            return;
        }
        if (KeyTable.isOne(entry)) {
            found.add(KeyTable.one(entry), firstWord, lastWord, start, end);
            return;
        }
        for (int i = 0; i < table.count(entry); i++) {
            int unit = table.unit(entry, i);
            Term check = automaton.toCheck[unit];
            if (check == null || isSo(check, unit, characters, from, to)) {
                add(unit);
            }
        }
    }

    /** Adds a unit of which the word at hand is all, or the one it is found by. */
    private void add(int unit) {
        int phrase = automaton.phrases.start(unit);
        if (phrase == 0) {
            found.add(unit, firstWord, lastWord, start, end);
        } else if (automaton.phrases.isAround(phrase, firstWord, words, beside)) {
            int first = firstWord - automaton.phrases.before(phrase);
            int last = first + automaton.phrases.count(phrase) - 1;
            found.add(unit, first, last, words.start(first), words.end(last));
        }
    }

    private boolean isSo(Term check, int unit, char[] characters, int from, int to) {
        return check instanceof Term.Exact exact
                ? ExactForm.matches(exact.written(), words.text, start, end)
                : LongRuns.matches(automaton.pattern[unit], characters, from, to);
    }

    private void perhapsDrawnOut(char[] characters, int from, int to) {
        runs.read(words.text, start, end);
        if (!runs.anyDrawnOut()) {
            keyAndHeads(characters, from, to);
            return;
        }
        keyLength = 0;
        boolean mayBegin = !automaton.shortHeads.isEmpty();
        for (int i = 0; i < runs.count(); i++) {
            appendKey(runs.letter(i));
            long packed = mayBegin ? PackedWord.of(key, 0, keyLength) : 0;
            mayBegin = mayBegin && automaton.shortHeads.mayBegin(packed);
            if (mayBegin && automaton.shortHeads.mayBe(packed)) {
                drawnOut(automaton.shortHeads.heads());
            }
        }
        drawnOut(automaton.shortWords);
    }

    private void drawnOut(KeyTable table) {
        long entry = table.find(key, 0, keyLength);
        if (entry == KeyTable.NONE) {
            return;
        }
        for (int i = 0; i < table.count(entry); i++) {
            int unit = table.unit(entry, i);
            boolean so =
                    automaton.toCheck[unit] instanceof Term.Exact exact
                            ? ExactForm.matches(exact.written(), words.text, start, end)
                            : runs.matches(automaton.pattern[unit]);
            if (so) {
                add(unit);
            }
        }
    }

    private void appendKey(char c) {
        if (keyLength == key.length) {
            key = Arrays.copyOf(key, keyLength * 2);
        }
        key[keyLength++] = c;
    }

    private void marks() {
        for (int i = 0; i < marks.count; i++) {
            firstWord = marks.firstWord[i];
            lastWord = marks.lastWord[i];
            start = marks.start[i];
            end = marks.end[i];
            if (marks.hasRun[i]) {
                perhapsDrawnOut(marks.folded, marks.foldedStart[i], marks.foldedEnd[i]);
            } else {
                keyAndHeads(marks.folded, marks.foldedStart[i], marks.foldedEnd[i]);
            }
        }
    }

    private void disguises() {
        int word = 0;
        for (int i = 0; i < disguises.count; i++) {
            int from = disguises.writtenStart[i];
            int to = disguises.writtenEnd[i];
            long entry = automaton.disguised.find(disguises.skeletons, from, to);
            if (entry != KeyTable.NONE) {
                while (words.end(word) <= disguises.start[i]) {
                    word++;
                }
                disguised(i, entry, word);
            }
        }
    }

    private void disguised(int reading, long entry, int word) {
        int last = word;
        while (last + 1 < words.count && words.start(last + 1) < disguises.end[reading]) {
            last++;
        }
        KeyTable table = automaton.disguised;
        for (int i = 0; i < table.count(entry); i++) {
            int unit = table.unit(entry, i);
            if (disguises.mayBe(reading, automaton.pattern[unit])) {
                found.add(unit, word, last, disguises.start[reading], disguises.end[reading]);
            }
        }
    }
}
