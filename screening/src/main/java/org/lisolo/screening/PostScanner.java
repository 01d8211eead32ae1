package org.lisolo.screening;

import java.util.Arrays;

/** Finds the units of an automaton in one post after the other. For one thread at a time. */
final class PostScanner {
    private final Automaton automaton;
    private final Occurrences found;
    private final WordBuffer words = new WordBuffer();
    private final Marks marks = new Marks();
    private final Disguises disguises = new Disguises();
    private final LongRuns runs = new LongRuns();
    private final boolean hasHeads;
    private char[] key = new char[64];
    private int keyLength;
    private final StringBuilder value = new StringBuilder();

    // the word or mark whose units are being noted
    private int firstWord;
    private int lastWord;
    private int start;
    private int end;

    PostScanner(Automaton automaton, Occurrences found) {
        this.automaton = automaton;
        this.found = found;
        this.hasHeads = !automaton.heads.isEmpty();
    }

    void scan(Post post) {
        if (post.text().length() > Post.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a text of more than " + Post.MAX_LENGTH + " characters");
        }
        found.nextPost();
        attributes(post);
        words.read(post.text());
        words();
        if (automaton.asksMarks && words.signCount > 0) {
            marks.read(words);
            marks();
        }
        if (!automaton.disguised.isEmpty()) {
            disguises.read(words);
            disguises();
        }
    }

    private void words() {
        KeyTable table = automaton.words;
        HeadTable heads = automaton.heads;
        int shortest = hasHeads ? heads.shortest() : Integer.MAX_VALUE;
        int count = words.count;
        for (int i = 0; i < count; i++) {
            int from = words.foldedStart[i];
            int to = words.foldedEnd[i];
            if (words.hasRun[i]) {
                word(i);
                perhapsDrawnOut(words.folded, from, to, words.hash[i]);
                continue;
            }
            long mixed = WordHash.mix(words.hash[i]);
            if (table.mayHave(mixed) != 0) {
                word(i);
                key(mixed, words.folded, from, to);
            }
            if (to - from >= shortest && mayBegin(heads, from)) {
                word(i);
                heads(words.folded, from, to);
            }
        }
    }

    /** Whether the word may begin as the shortest head does, or as others do at its length. */
    private boolean mayBegin(HeadTable heads, int from) {
        long rolling = WordHash.EMPTY;
        char[] folded = words.folded;
        int end = from + heads.shortest();
        for (int at = from; at < end; at++) {
            rolling = WordHash.add(rolling, folded[at]);
        }
        return heads.mayBegin(WordHash.mix(rolling));
    }

    private void word(int i) {
        firstWord = i;
        lastWord = i;
        start = words.start[i];
        end = words.end[i];
    }

    private void key(char[] characters, int from, int to, long hash) {
        key(WordHash.mix(hash), characters, from, to);
        if (hasHeads) {
            heads(characters, from, to);
        }
    }

    private void key(long mixed, char[] characters, int from, int to) {
        int key = automaton.words.find(mixed, characters, from, to);
        if (key >= 0) {
            note(automaton.words, key, characters, from, to);
        }
    }

    private void heads(char[] characters, int from, int to) {
        HeadTable heads = automaton.heads;
        long rolling = WordHash.EMPTY;
        for (int at = from; at < to; at++) {
            rolling = WordHash.add(rolling, characters[at]);
            long mixed = WordHash.mix(rolling);
            if (!heads.mayBegin(mixed)) {
                return;
            }
            if (heads.heads().mayHave(mixed) != 0) {
                int key = heads.heads().find(mixed, characters, from, at + 1);
                if (key >= 0) {
                    note(heads.heads(), key, characters, from, to);
                }
            }
        }
    }

    private void note(KeyTable table, int key, char[] characters, int from, int to) {
        for (int i = table.unitStart(key); i < table.unitStart(key + 1); i++) {
            int unit = table.unit(i);
            Term check = automaton.toCheck[unit];
            if (check == null || isSo(check, unit, characters, from, to)) {
                found.add(unit, firstWord, lastWord, start, end);
            }
        }
    }

    private boolean isSo(Term check, int unit, char[] characters, int from, int to) {
        return check instanceof Term.Exact exact
                ? ExactForm.matches(exact.written(), words.text, start, end)
                : LongRuns.matches(automaton.pattern[unit], characters, from, to);
    }

    private void perhapsDrawnOut(char[] characters, int from, int to, long hash) {
        runs.read(words.text, start, end);
        if (!runs.anyDrawnOut()) {
            key(characters, from, to, hash);
            return;
        }
        clearKey();
        long rolling = WordHash.EMPTY;
        boolean mayBegin = !automaton.shortHeads.isEmpty();
        for (int i = 0; i < runs.count(); i++) {
            appendKey(runs.letter(i));
            rolling = WordHash.add(rolling, runs.letter(i));
            mayBegin = mayBegin && automaton.shortHeads.mayBegin(WordHash.mix(rolling));
            if (mayBegin) {
                drawnOut(automaton.shortHeads.heads(), rolling);
            }
        }
        drawnOut(automaton.shortWords, rolling);
    }

    private void drawnOut(KeyTable table, long rolling) {
        int known = table.find(WordHash.mix(rolling), key, 0, keyLength);
        if (known < 0) {
            return;
        }
        for (int i = table.unitStart(known); i < table.unitStart(known + 1); i++) {
            int unit = table.unit(i);
            boolean so =
                    automaton.toCheck[unit] instanceof Term.Exact exact
                            ? ExactForm.matches(exact.written(), words.text, start, end)
                            : runs.matches(automaton.pattern[unit]);
            if (so) {
                found.add(unit, firstWord, lastWord, start, end);
            }
        }
    }

    private void clearKey() {
        keyLength = 0;
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
                perhapsDrawnOut(
                        marks.folded, marks.foldedStart[i], marks.foldedEnd[i], marks.hash[i]);
            } else {
                key(marks.folded, marks.foldedStart[i], marks.foldedEnd[i], marks.hash[i]);
            }
        }
    }

    private void disguises() {
        int word = 0;
        for (int i = 0; i < disguises.count; i++) {
            int from = disguises.writtenStart[i];
            int to = disguises.writtenEnd[i];
            long rolling = WordHash.EMPTY;
            for (int at = from; at < to; at++) {
                rolling = WordHash.add(rolling, disguises.skeletons[at]);
            }
            int known =
                    automaton.disguised.find(WordHash.mix(rolling), disguises.skeletons, from, to);
            if (known >= 0) {
                while (words.end[word] <= disguises.start[i]) {
                    word++;
                }
                disguised(i, known, word);
            }
        }
    }

    private void disguised(int reading, int known, int word) {
        int last = word;
        while (last + 1 < words.count && words.start[last + 1] < disguises.end[reading]) {
            last++;
        }
        KeyTable table = automaton.disguised;
        for (int i = table.unitStart(known); i < table.unitStart(known + 1); i++) {
            int unit = table.unit(i);
            if (disguises.mayBe(reading, automaton.pattern[unit])) {
                found.add(unit, word, last, disguises.start[reading], disguises.end[reading]);
            }
        }
    }

    private void attributes(Post post) {
        flag(Automaton.LINK, post.hasLink());
        flag(Automaton.MEDIA, post.hasMedia());
        flag(Automaton.REPLY, post.isReply());
        flag(Automaton.EDIT, post.event() == Post.Event.EDITED);
        flag(Automaton.DELETE, post.event() == Post.Event.DELETED);
        if (automaton.asksLang) {
            lang(post.lang());
        }
        if (automaton.asksAuthor) {
            named(Automaton.AUTHOR, post.author());
        }
        if (automaton.asksChannel) {
            named(Automaton.CHANNEL, post.channel());
        }
    }

    private void flag(int flag, boolean is) {
        int unit = automaton.flagUnit[flag];
        if (is && unit >= 0) {
            found.add(unit);
        }
    }

    /** Every part of {@code fr-cd} from the left: {@code fr} and {@code fr-cd}. */
    private void lang(String tag) {
        clearKey();
        appendKey(Automaton.LANG);
        String language = Attributes.language(tag);
        for (int i = 0; i < language.length(); i++) {
            if (language.charAt(i) == '-') {
                value();
            }
            appendKey(language.charAt(i));
        }
        if (keyLength > 1) {
            value();
        }
    }

    private void named(char field, String name) {
        value.setLength(0);
        Attributes.fold(name, value);
        if (value.isEmpty()) {
            return;
        }
        clearKey();
        appendKey(field);
        for (int i = 0; i < value.length(); i++) {
            appendKey(value.charAt(i));
        }
        value();
        HeadTable heads = automaton.heads;
        long rolling = WordHash.EMPTY;
        for (int at = 0; at < keyLength; at++) {
            rolling = WordHash.add(rolling, key[at]);
            int known = heads.heads().find(WordHash.mix(rolling), key, 0, at + 1);
            if (known >= 0) {
                noteValue(heads.heads(), known);
            }
        }
    }

    private void value() {
        long rolling = WordHash.EMPTY;
        for (int i = 0; i < keyLength; i++) {
            rolling = WordHash.add(rolling, key[i]);
        }
        int known = automaton.words.find(WordHash.mix(rolling), key, 0, keyLength);
        if (known >= 0) {
            noteValue(automaton.words, known);
        }
    }

    private void noteValue(KeyTable table, int known) {
        for (int i = table.unitStart(known); i < table.unitStart(known + 1); i++) {
            found.add(table.unit(i));
        }
    }
}
