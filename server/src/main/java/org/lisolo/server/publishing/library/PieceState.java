package org.lisolo.server.publishing.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whether a piece can be said as it stands. */
public enum PieceState {
    /** A clinician has signed this version, and the signature still counts. */
    REVIEWED,
    /** Nobody has signed this version. */
    NOT_REVIEWED,
    /** The signature is past its date. */
    EXPIRED,
    /** Out of use. */
    RETIRED;

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<PieceState> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }

    /** Of the badge that shows it. */
    public String tone() {
        return switch (this) {
            case REVIEWED -> "good";
            case NOT_REVIEWED, EXPIRED -> "warn";
            case RETIRED -> "calm";
        };
    }
}
