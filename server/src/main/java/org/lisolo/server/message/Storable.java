package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;

/**
 * Text as PostgreSQL can keep it: U+0000 and lone surrogates become U+FFFD. Nothing is lost by it,
 * for the payload keeps the bytes as they came.
 */
final class Storable {
    private Storable() {}

    static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) {
                return mended(text);
            }
        }
        return text;
    }

    static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private static boolean fits(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c != 0;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (!fits(text, i)) {
                mended.setCharAt(i, '\uFFFD');
            }
        }
        return mended.toString();
    }
}
