package org.lisolo.screening;

import java.util.Locale;

/** How the fields of a post are compared. */
final class Attributes {
    private Attributes() {}

    /** An author or a channel without case, accents, outer spaces and a leading {@code @}. */
    static String fold(String value) {
        StringBuilder folded = new StringBuilder(value.length());
        fold(value, folded);
        return folded.toString();
    }

    /** Appends the same; makes no object where {@code folded} is long enough. */
    static void fold(String value, StringBuilder folded) {
        int start = 0;
        int end = value.length();
        while (start < end && Character.isWhitespace(value.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(value.charAt(end - 1))) {
            end--;
        }
        if (start < end && value.charAt(start) == '@') {
            start++;
        }
        while (start < end) {
            int codePoint = value.codePointAt(start);
            append(folded, codePoint);
            start += Character.charCount(codePoint);
        }
    }

    private static void append(StringBuilder folded, int codePoint) {
        char value = Folding.of(codePoint);
        switch (value) {
            case Folding.ACCENT, Folding.INVISIBLE -> {}
            case Folding.SEVERAL -> folded.append(Folding.expansion(codePoint));
            case Folding.SEPARATOR, Folding.SIGN -> folded.appendCodePoint(codePoint);
            default -> folded.append(value);
        }
    }

    /** A language tag in lower case with {@code -} between its parts. */
    static String language(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isTrue(Expression.Attribute attribute, Post post) {
        String value = attribute.value();
        return switch (attribute.field()) {
            case LANG -> isLanguage(language(value), language(post.lang()));
            case AUTHOR -> isName(fold(value), fold(post.author()));
            case CHANNEL -> isName(fold(value), fold(post.channel()));
            case HAS -> value.equals("link") ? post.hasLink() : post.hasMedia();
            case IS ->
                    switch (value) {
                        case "reply" -> post.isReply();
                        case "edit" -> post.event() == Post.Event.EDITED;
                        default -> post.event() == Post.Event.DELETED;
                    };
            case DISGUISED -> false;
        };
    }

    private static boolean isLanguage(String asked, String known) {
        return known.equals(asked)
                || (known.startsWith(asked) && known.charAt(asked.length()) == '-');
    }

    private static boolean isName(String asked, String known) {
        return asked.endsWith("*")
                ? known.startsWith(asked.substring(0, asked.length() - 1)) && !known.isEmpty()
                : known.equals(asked);
    }
}
