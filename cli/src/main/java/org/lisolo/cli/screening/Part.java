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
    heldout;

    private static final Pattern VARIANT = Pattern.compile("-drc\\d+$");

    boolean has(String id) {
        return this == all || (this == learning) == isLearning(id);
    }

    private static boolean isLearning(String id) {
        String key = VARIANT.matcher(id).replaceAll("");
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.getBytes(StandardCharsets.UTF_8));
            return hash[0] >= 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
