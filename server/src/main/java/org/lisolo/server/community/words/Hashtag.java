package org.lisolo.server.community.words;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** A word that many put on what they write, however they write it. */
public final class Hashtag {
    private static final int LONGEST = 50;

    private Hashtag() {}

    /** As it stands in addresses: small letters without accents, no sign before it. */
    public static String of(String typed) {
        String plain =
                Normalizer.normalize(typed, Normalizer.Form.NFD)
                        .replaceAll("[^\\p{L}\\p{N}_]", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('ɛ', 'e')
                        .replace('ɔ', 'o');
        return plain.substring(0, Math.min(LONGEST, plain.length()));
    }

    public static String path(String tag) {
        return "/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
    }
}
