package org.lisolo.server.platform;

import java.util.regex.Pattern;

/** Where a parameter may send the browser: to a page of ours and nowhere else. */
public final class LocalPath {
    private static final Pattern OURS =
            Pattern.compile("/(?![/\\\\])[\\p{Alnum}/_.~%?&=+:@,*!;$'()-]*");

    private LocalPath() {}

    /** The path with its query, or {@code otherwise} where it isn't one of ours. */
    public static String of(String path, String otherwise) {
        return OURS.matcher(path).matches() ? path : otherwise;
    }
}
