package org.lisolo.server.web;

import org.lisolo.server.message.MessageId;

import java.time.Instant;
import java.util.List;

/** The public home: what was said in the open lately, newest first. */
public record HomePage(List<Said> latest) {
    public HomePage {
        latest = List.copyOf(latest);
    }

    /** A public message; {@code language} is empty where the network doesn't tell it. */
    public record Said(
            MessageId id,
            String author,
            String text,
            String language,
            Instant at,
            boolean edited) {}
}
