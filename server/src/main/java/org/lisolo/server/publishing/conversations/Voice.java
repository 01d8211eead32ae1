package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageEvent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Who speaks on a channel, as a digest: the same person has another one on another channel. */
final class Voice {
    private static final int ENOUGH = 16;

    private Voice() {}

    static String of(MessageEvent event) {
        return of(event.channel(), event.author().networkId());
    }

    static String of(ChannelId channel, String author) {
        byte[] digest = sha256().digest((channel + "\0" + author).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, ENOUGH);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
