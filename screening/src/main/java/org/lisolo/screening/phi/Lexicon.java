package org.lisolo.screening.phi;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * What kinds a word may be of: a month, a title, a given name, a place. Written by hand in {@code
 * lexicon.txt}, and the names of the countries as the JDK knows them. Immutable.
 */
final class Lexicon {
    /** The kinds, each one bit. */
    static final int MONTH = 1;

    static final int WEEKDAY = 1 << 1;
    static final int TITLE = 1 << 2;
    static final int GIVEN = 1 << 3;
    static final int FAMILY = 1 << 4;
    static final int PLACE = 1 << 5;
    static final int FACILITY = 1 << 6;
    static final int STREET = 1 << 7;
    static final int KIN = 1 << 8;
    static final int NUMBER = 1 << 9;
    static final int COUNTRY = 1 << 10;
    static final int MEDICAL = 1 << 11;
    static final int RECORD = 1 << 12;
    static final int INSURANCE = 1 << 13;
    static final int PHONE = 1 << 14;
    static final int CARE = 1 << 15;
    static final int BIRTH = 1 << 16;
    static final int ROLE = 1 << 17;
    static final int RARE = 1 << 18;
    static final int WHEN = 1 << 19;
    static final int ACCOUNT = 1 << 20;
    static final int LICENSE = 1 << 21;
    static final int VEHICLE = 1 << 22;
    static final int DEVICE = 1 << 23;
    static final int BODY = 1 << 24;
    static final int SOCIAL = 1 << 25;
    static final int FAX = 1 << 26;
    static final int SECRET = 1 << 27;
    static final int PICTURE = 1 << 28;

    private static final String[] NAMES = {
        "month", "weekday", "title", "given", "family", "place", "facility", "street", "kin",
        "number", "country", "medical", "record", "insurance", "phone", "care", "birth", "role",
        "rare", "when", "account", "license", "vehicle", "device", "body", "social", "fax",
        "secret", "picture"
    };

    private static final Lexicon STANDARD = new Lexicon();

    private final int[] keys = new int[1 << 14];
    private final int[] kinds = new int[1 << 14];

    static Lexicon standard() {
        return STANDARD;
    }

    private Lexicon() {
        read("lexicon.txt");
        read("places.txt");
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                words(country.getDisplayCountry(language), COUNTRY);
            }
        }
    }

    private void read(String resource) {
        try (InputStream input =
                        Objects.requireNonNull(Lexicon.class.getResourceAsStream(resource));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            int kind = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    kind = kind(line.substring(1, line.indexOf(']')));
                } else if (!line.startsWith("#")) {
                    words(line, kind);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int kind(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return 1 << i;
            }
        }
        throw new IllegalStateException(name);
    }

    private void words(String line, int kind) {
        Tokens tokens = new Tokens(line);
        for (int i = 0; i < tokens.count; i++) {
            boolean tooShort = tokens.length(i) < (kind == COUNTRY ? 4 : kind == PLACE ? 3 : 1);
            if (tokens.kind[i] == Tokens.LETTERS && !tooShort) {
                int slot = slot(tokens.hash[i]);
                keys[slot] = tokens.hash[i];
                kinds[slot] |= kind;
            }
        }
    }

    private int slot(int hash) {
        int slot = (hash ^ (hash >>> 14)) & (keys.length - 1);
        while (kinds[slot] != 0 && keys[slot] != hash) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** The kinds of a word by its {@link Tokens#hash}; 0 if it is not known. */
    int kinds(int hash) {
        return kinds[slot(hash)];
    }
}
