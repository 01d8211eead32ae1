package org.lisolo.server.web;

import java.util.regex.Pattern;

/** Where a parameter may send the browser: to a page of ours and nowhere else. */
final class LocalPath {
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[A-Za-z0-9/_.~%?&=+:@,-]*");

    private LocalPath() {}

    /** The path, or the home page where it isn't one of ours. */
    static String of(String path) {
        return OURS.matcher(path).matches() ? path : "/";
    }
}
