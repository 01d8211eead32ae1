package org.lisolo.server.publishing.library;

import java.util.List;

/**
 * A piece in one language.
 *
 * @param brief what fits where little does; may be empty, like simple
 * @param simple in easy words
 */
public record Wording(String title, String text, String brief, String simple) {
    public static final Wording NONE = new Wording("", "", "", "");

    public boolean isThere() {
        return !text.isEmpty();
    }

    /** In this way; empty where nobody wrote it. */
    public String text(Variant variant) {
        return switch (variant) {
            case FULL -> text;
            case BRIEF -> brief;
            case SIMPLE -> simple;
        };
    }

    /** Whether these are its words in one of the ways. */
    public boolean says(String words) {
        return !words.isEmpty()
                && (words.equals(text) || words.equals(brief) || words.equals(simple));
    }

    /** The ways in which it was written. */
    public List<Variant> variants() {
        return List.of(Variant.values()).stream().filter(v -> !text(v).isEmpty()).toList();
    }
}
