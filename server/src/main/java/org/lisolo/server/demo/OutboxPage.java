package org.lisolo.server.demo;

import java.time.Instant;
import java.util.List;

/** What the sample hospital would have sent, newest first. */
public record OutboxPage(List<Sent> letters) {
    public OutboxPage {
        letters = List.copyOf(letters);
    }

    /** One letter; {@code phone} tells a text message from an e-mail. */
    public record Sent(String to, boolean phone, String subject, String body, Instant at) {}
}
