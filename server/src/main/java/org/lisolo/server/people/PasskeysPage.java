package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;

/**
 * One's passkeys and the form for another.
 *
 * @param creation what the browser needs to make one, as JSON
 */
public record PasskeysPage(
        List<Passkey> passkeys, String creation, String label, List<Problem> problems) {
    public PasskeysPage {
        passkeys = List.copyOf(passkeys);
        problems = List.copyOf(problems);
    }

    /** One of them. */
    public record Passkey(String id, String label, Instant made, Instant lastUsed) {}
}
