package org.lisolo.server.publishing.links;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.publishing.PostId;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Short addresses in the place of long ones, for the links of one post on one channel. An address
 * has the same short one each time, so that a preview shows what will leave; it leads there once it
 * is kept, as the post leaves.
 *
 * @param base before the code, such as {@code https://hopital.example/l/}; empty where links stay
 *     as they are
 * @param key what tells this post on this channel from all others
 */
public record ShortLinks(String base, String key) {
    public static final ShortLinks NONE = new ShortLinks("", "");

    /** Letters and digits that nobody takes for each other. */
    public static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    /** Fifty bits: that two of ten thousand links share one is a chance of one in ten million. */
    private static final int LENGTH = 10;

    public static ShortLinks of(String base, PostId post, ChannelId channel) {
        return new ShortLinks(base, post + " " + channel);
    }

    /** What stands in the text. */
    String of(String address) {
        return base.isEmpty() ? address : base + code(address);
    }

    /** Whether somebody has made it short by hand. */
    boolean isShort(String address) {
        return !base.isEmpty() && address.startsWith(base);
    }

    /** By which the short address is kept. */
    String code(String address) {
        String named = key + " " + address;
        String hash = ContentHash.of(named.getBytes(StandardCharsets.UTF_8)).hex();
        BigInteger number = new BigInteger(hash, 16);
        BigInteger letters = BigInteger.valueOf(LETTERS.length());
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = number.divideAndRemainder(letters);
            code.append(LETTERS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return code.toString();
    }
}
