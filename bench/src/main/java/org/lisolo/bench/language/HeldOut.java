package org.lisolo.bench.language;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Which texts a model made with {@code lisolo train … --part learning} has not learnt from. */
final class HeldOut {
    private HeldOut() {}

    /** Whether the first bit of SHA-256 of the id is 1. */
    static boolean has(String id) {
        try {
            return MessageDigest.getInstance("SHA-256")
                            .digest(id.getBytes(StandardCharsets.UTF_8))[0]
                    < 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
