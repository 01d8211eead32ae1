package org.lisolo.screening;

import java.util.Arrays;

/** Finds the units that ask what is known of a post beside its text. For one thread at a time. */
final class FieldScanner {
    private final Automaton automaton;
    private final Occurrences found;
    private final StringBuilder value = new StringBuilder();
    private char[] key = new char[64];
    private int length;

    FieldScanner(Automaton automaton, Occurrences found) {
        this.automaton = automaton;
        this.found = found;
    }

    void scan(Post post) {
        if (automaton.asksFlags) {
            flag(Automaton.LINK, post.hasLink());
            flag(Automaton.MEDIA, post.hasMedia());
            flag(Automaton.REPLY, post.isReply());
            flag(Automaton.EDIT, post.event() == Post.Event.EDITED);
            flag(Automaton.DELETE, post.event() == Post.Event.DELETED);
        }
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
        begin(Automaton.LANG);
        String language = Attributes.language(tag);
        for (int i = 0; i < language.length(); i++) {
            if (language.charAt(i) == '-') {
                whole();
            }
            append(language.charAt(i));
        }
        if (length > 1) {
            whole();
        }
    }

    private void named(char field, String name) {
        value.setLength(0);
        Attributes.fold(name, value);
        if (value.isEmpty()) {
            return;
        }
        begin(field);
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        whole();
        for (int end = 1; end <= length; end++) {
            note(automaton.beginnings, automaton.beginnings.find(key, 0, end));
        }
    }

    private void begin(char field) {
        length = 0;
        append(field);
    }

    private void append(char c) {
        if (length == key.length) {
            key = Arrays.copyOf(key, length * 2);
        }
        key[length++] = c;
    }

    private void whole() {
        note(automaton.values, automaton.values.find(key, 0, length));
    }

    private void note(KeyTable table, long entry) {
        if (entry != KeyTable.NONE) {
            for (int i = 0; i < table.count(entry); i++) {
                found.add(table.unit(entry, i));
            }
        }
    }
}
