package org.lisolo.screening;

import org.jspecify.annotations.Nullable;

/**
 * A rule set compiled: tables from folded words to units, and from units to the rules they may make
 * true. Immutable and shared by all threads; a {@link Screener} runs it.
 *
 * <p>A unit is a word, a pattern, a phrase, a mark, a disguised word or a field's value, once
 * however many rules name it. A rule is tried only when the rarest unit it cannot do without was
 * found (the presearcher of Lucene Monitor, but in the same pass and with the places at hand); a
 * rule that can do without any is tried on every post.
 */
final class Automaton {
    /** The fields that are yes or no, as indexes of {@link #flagUnit}. */
    static final int LINK = 0;

    static final int MEDIA = 1;
    static final int REPLY = 2;
    static final int EDIT = 3;
    static final int DELETE = 4;
    static final int FLAGS = 5;

    /** Begins the keys of languages, authors and channels, as no word does. */
    static final char LANG = '\u0001';

    static final char AUTHOR = '\u0002';
    static final char CHANNEL = '\u0003';

    /** Folded words and marks. */
    final KeyTable words;

    /** Beginnings of patterns. */
    final HeadTable heads;

    /** Words with every run of a letter cut to one, for words that are drawn out. */
    final KeyTable shortWords;

    /** The same of beginnings. */
    final HeadTable shortHeads;

    /** Skeletons of words that are looked for in disguise. */
    final KeyTable disguised;

    /** Values of fields, behind {@link #LANG} and the like. */
    final KeyTable values;

    /** Beginnings of values. */
    final KeyTable beginnings;

    /** The units that are several words in a row. */
    final PhraseTable phrases;

    /** What of a unit is to be checked once its key was found; null for nothing. */
    final @Nullable Term[] toCheck;

    /** A unit as it is compared with a word that is drawn out. */
    final String[] pattern;

    /** The units of the fields that are yes or no; -1 when no rule asks. */
    final int[] flagUnit;

    final boolean asksFlags;
    final boolean asksMarks;
    final boolean asksLang;
    final boolean asksAuthor;
    final boolean asksChannel;

    /** Where the postings of each unit begin in {@link #postings}. */
    final int[] postingStart;

    /**
     * Lists, each after its length: pairs of a rule and another unit it cannot do without, or -1.
     */
    final int[] postings;

    /** Rules that are tried on every post. */
    final int[] always;

    /** In order, so that rules are in the order of their ids. */
    final String[] ruleIds;

    /** What is left to be tried of a rule; null for nothing. */
    final @Nullable Node[] test;

    /** The whole of a rule, for its spans. */
    final Node[] whole;

    Automaton(RuleCompiler compiler) {
        words = compiler.words.build();
        heads = compiler.heads.build();
        shortWords = compiler.shortWords.build();
        shortHeads = compiler.shortHeads.build();
        disguised = compiler.disguised.build();
        values = compiler.values.build();
        beginnings = compiler.beginnings.build();
        phrases = compiler.phrases.build(compiler.patterns.size());
        toCheck = compiler.toCheck.toArray(new Term[0]);
        pattern = compiler.patterns.toArray(new String[0]);
        flagUnit = compiler.flagUnit.clone();
        asksFlags = compiler.asked.contains(Field.HAS) || compiler.asked.contains(Field.IS);
        asksMarks = compiler.asksMarks;
        asksLang = compiler.asked.contains(Field.LANG);
        asksAuthor = compiler.asked.contains(Field.AUTHOR);
        asksChannel = compiler.asked.contains(Field.CHANNEL);
        postingStart = compiler.postingStart();
        postings = compiler.postings(postingStart);
        always = compiler.always.stream().mapToInt(Integer::intValue).toArray();
        ruleIds = compiler.ruleIds.toArray(new String[0]);
        test = compiler.tests.toArray(new Node[0]);
        whole = compiler.wholes.toArray(new Node[0]);
    }

    /** Number of units. */
    int units() {
        return pattern.length;
    }

    /** Bytes held by the tables, without the trees of rules that are more than one or two words. */
    long bytes() {
        return words.bytes()
                + heads.bytes()
                + shortWords.bytes()
                + shortHeads.bytes()
                + disguised.bytes()
                + values.bytes()
                + beginnings.bytes()
                + phrases.bytes()
                + 8L * pattern.length
                + 4L * (postingStart.length + postings.length + always.length)
                + 12L * ruleIds.length;
    }
}
