package org.lisolo.server.releases;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who has to sign. The names are stored. */
public enum Signer {
    /** The person themselves. */
    SELF,
    /** Whoever has the authority over a minor, who is asked too. */
    GUARDIAN,
    /** Whoever speaks for an adult who can't. */
    REPRESENTATIVE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Signer> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
