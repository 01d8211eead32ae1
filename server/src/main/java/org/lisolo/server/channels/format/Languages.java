package org.lisolo.server.channels.format;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/** Language tags as networks write them (BCP 47, now and then with an underscore). */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}");

    private Languages() {}

    /** Null where it is no tag, or says that the language is not known. */
    public static @Nullable String orNull(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String tag = text.strip().replace('_', '-');
        boolean says = TAG.matcher(tag).matches() && !tag.equalsIgnoreCase("und");
        return says ? tag : null;
    }
}
