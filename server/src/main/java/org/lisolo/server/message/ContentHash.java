package org.lisolo.server.message;

import java.util.HexFormat;

/** The SHA-256 of some bytes, in lower-case hexadecimal. */
public record ContentHash(String hex) {
    public ContentHash {
        if (!isOne(hex)) {
            throw new IllegalArgumentException("a content hash is 64 hexadecimal digits");
        }
    }

    public static boolean isOne(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }

    public static ContentHash of(byte[] bytes) {
        return new ContentHash(HexFormat.of().formatHex(NameId.sha256().digest(bytes)));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
