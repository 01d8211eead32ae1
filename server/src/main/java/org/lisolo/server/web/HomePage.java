package org.lisolo.server.web;

import java.time.Instant;
import java.util.List;

/** The public home: what was said in the open lately, newest first. */
public record HomePage(List<Said> latest) {
    public HomePage {
        latest = List.copyOf(latest);
    }

    /**
     * A public message; {@code language} is empty where the network doesn't tell it.
     *
     * @param path where it is read
     * @param title that it opens with; else empty
     * @param warning of what may be hard to read; empty for none
     */
    public record Said(
            String path,
            String author,
            String title,
            String text,
            String warning,
            String language,
            Instant at,
            boolean edited) {}
}
