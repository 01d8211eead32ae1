package org.lisolo.cli.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * Which part of a collection of texts: what a model may learn from, and what it is judged by. A
 * text is in the half for learning if the first bit of SHA-256 of its key is 0. The key is its id
 * without the name of a variant, so that texts made from the same sentence are on the same side.
 */
enum Part {
    all,
    learning,
    /** The half of what is for learning by which settings are chosen, and the other half. */
    tuning,
    training,
    heldout;

    private static final Pattern VARIANT = Pattern.compile("-drc\\d+$");

    boolean has(String id) {
        return switch (this) {
            case all -> true;
            case learning -> bit(id, 7);
            case heldout -> !bit(id, 7);
            case tuning -> bit(id, 7) && bit(id, 6);
            case training -> bit(id, 7) && !bit(id, 6);
        };
    }

    private static boolean bit(String id, int place) {
        String key = VARIANT.matcher(id).replaceAll("");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return ((hash[0] >> place) & 1) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
