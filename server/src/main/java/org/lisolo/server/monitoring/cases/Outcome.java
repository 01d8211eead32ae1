package org.lisolo.server.monitoring.cases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a case ended. The names are stored; they never change. */
public enum Outcome {
    /** We answered, in public or in private. */
    ANSWERED,
    /** Another service or organisation has it now. */
    PASSED_ON,
    /** Reported to the network or to an authority. */
    REPORTED,
    /** Read, and nothing was to be done. */
    NOTHING_TO_DO,
    /** The rule should not have caught it. */
    CAUGHT_WRONGLY;

    /** As it stands in forms and bundle keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Outcome> ofKey(String key) {
        return Arrays.stream(values()).filter(outcome -> outcome.key().equals(key)).findFirst();
    }
}
