package org.lisolo.server.message;

import java.util.Optional;

/** Knows of messages that were said on the platform itself where they stand, and how they read. */
public interface Whereabouts {
    /** Nothing, for what was said elsewhere. */
    Optional<Spot> of(Message message);

    /**
     * Where a message stands.
     *
     * @param title of what opens a discussion; else empty
     * @param text its words alone, without marks
     * @param warning of what may be hard to read; empty for none
     */
    record Spot(String path, String title, String text, String warning) {}
}
