package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One's second factor.
 *
 * @param since when the app was set up, if it is
 * @param setUp what an app needs, while one is set up
 * @param required whether one's roles ask for it
 * @param recoveryCodes the codes just made, shown this once
 */
public record SecondFactorPage(
        Optional<Instant> since,
        int recoveryCodesLeft,
        boolean required,
        Optional<SetUp> setUp,
        List<String> recoveryCodes,
        List<Problem> problems) {
    public SecondFactorPage {
        recoveryCodes = List.copyOf(recoveryCodes);
        problems = List.copyOf(problems);
    }

    /** The same secret in three ways: to scan, to tap, to type. */
    public record SetUp(QrCode picture, String address, String typed) {}
}
