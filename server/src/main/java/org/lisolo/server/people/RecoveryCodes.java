package org.lisolo.server.people;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Codes on paper for whoever lost the phone: almost 50 bits each, in letters and digits that are
 * not mistaken for one another.
 */
final class RecoveryCodes {
    private static final int MANY = 10;
    private static final int LETTERS = 10;
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private RecoveryCodes() {}

    static List<String> random(SecureRandom random) {
        return Stream.generate(() -> one(random)).distinct().limit(MANY).toList();
    }

    private static String one(SecureRandom random) {
        var code = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            code.append(i == LETTERS / 2 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it was printed, however it was typed. */
    static String asPrinted(String typed) {
        String bare = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return bare.length() == LETTERS
                ? bare.substring(0, LETTERS / 2) + "-" + bare.substring(LETTERS / 2)
                : bare;
    }
}
