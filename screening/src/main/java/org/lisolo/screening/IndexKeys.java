package org.lisolo.screening;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The keys under which an index keeps a post, so that {@link Candidates} finds every post that a
 * query may be true of. A key is a folded word with each run of a letter cut to one (so that what
 * is drawn out stands with what is not), a hashtag or name with its sign, a word in disguise behind
 * {@code ~}, or a field and its value such as {@code lang:fr}. Keys have at most {@value #LONGEST}
 * characters; what is longer is cut.
 */
public final class IndexKeys {
    /** Greatest length of a key: no word of a query is longer. */
    public static final int LONGEST = Query.MAX_WORD_LENGTH;

    static final char DISGUISED = '~';

    private IndexKeys() {}

    /** The keys of a post, each once. A deletion has none of its own: others know of it. */
    public static Set<String> of(Post post) {
        Set<String> keys = new LinkedHashSet<>();
        text(post.text(), keys);
        String language = Attributes.language(post.lang());
        for (int i = 0; i <= language.length(); i++) {
            boolean ends = i == language.length() || language.charAt(i) == '-';
            if (ends && i > 0) {
                keys.add(field(Field.LANG, language.substring(0, i)));
            }
        }
        named(keys, Field.AUTHOR, post.author());
        named(keys, Field.CHANNEL, post.channel());
        flag(keys, Field.HAS, "link", post.hasLink());
        flag(keys, Field.HAS, "media", post.hasMedia());
        flag(keys, Field.IS, "reply", post.isReply());
        flag(keys, Field.IS, "edit", post.event() == Post.Event.EDITED);
        return keys;
    }

    private static void text(String text, Set<String> keys) {
        WordBuffer words = new WordBuffer();
        words.read(text);
        for (int i = 0; i < words.count; i++) {
            keys.add(key(words.foldedWord(i)));
        }
        Marks marks = new Marks();
        marks.read(words);
        for (int i = 0; i < marks.count; i++) {
            keys.add(key(marks.foldedMark(i)));
        }
        Disguises disguises = new Disguises();
        disguises.read(words);
        for (int i = 0; i < disguises.count; i++) {
            if (disguises.isDisguised(i)) {
                keys.add(disguised(disguises.skeletonOf(i)));
            }
        }
    }

    private static void named(Set<String> keys, Field field, String name) {
        String folded = Attributes.fold(name);
        if (!folded.isEmpty()) {
            keys.add(field(field, folded));
        }
    }

    private static void flag(Set<String> keys, Field field, String value, boolean is) {
        if (is) {
            keys.add(field(field, value));
        }
    }

    /** The key of a folded word or mark, or of the beginning of one. */
    static String key(String folded) {
        StringBuilder key = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (i == 0 || c != folded.charAt(i - 1) || !Character.isLetter(c)) {
                key.append(c);
            }
        }
        return cut(key.toString());
    }

    static String disguised(String skeleton) {
        return cut(DISGUISED + skeleton);
    }

    static String field(Field field, String value) {
        return cut(field.name().toLowerCase(Locale.ROOT) + ":" + value);
    }

    private static String cut(String key) {
        if (key.length() <= LONGEST) {
            return key;
        }
        boolean between = Character.isHighSurrogate(key.charAt(LONGEST - 1));
        return key.substring(0, between ? LONGEST - 1 : LONGEST);
    }
}
