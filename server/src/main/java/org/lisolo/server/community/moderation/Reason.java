package org.lisolo.server.community.moderation;

import org.lisolo.server.platform.Problem;

import java.util.Arrays;
import java.util.Locale;

/** Why something is reported, and why it is decided upon. The names are stored. */
public enum Reason {
    INSULT,
    /** Somebody could come to harm. */
    DANGER,
    /** What points at a person. */
    PRIVACY,
    /** False or dangerous about health. */
    FALSE,
    ADVERT,
    OTHER;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("moderation.problem.reason").atField("reason"));
    }
}
