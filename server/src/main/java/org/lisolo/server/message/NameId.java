package org.lisolo.server.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs made of names (RFC 9562 section 5.8, version 8, over SHA-256). */
final class NameId {
    private NameId() {}

    /** The id of a name within a scope; the same arguments always give the same id. */
    static UUID of(String kind, UUID scope, String name) {
        MessageDigest sha256 = sha256();
        sha256.update(kind.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 0);
        sha256.update(
                ByteBuffer.allocate(16)
                        .putLong(scope.getMostSignificantBits())
                        .putLong(scope.getLeastSignificantBits())
                        .array());
        return of(sha256.digest(name.getBytes(StandardCharsets.UTF_8)));
    }

    /** The first 122 free bits of a digest as a version 8 UUID. */
    static UUID of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
