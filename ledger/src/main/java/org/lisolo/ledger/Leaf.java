package org.lisolo.ledger;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * An entry of the log. It tells that something happened, not what: the content is bound by the
 * commitment and kept elsewhere, so it can be erased while every proof still holds.
 *
 * <p>The leaf's data, over which the tree hashes, are 50 bytes: the version 1, the {@link
 * LeafKind#code}, the 16 bytes of the id and the 32 bytes of the commitment.
 *
 * @param kind what it is about
 * @param id of what it is about; one id has at most one leaf of each kind
 * @param commitment as {@link Commitment#of} makes it
 */
public record Leaf(LeafKind kind, UUID id, Hash commitment) {
    /** The length of a leaf's data. */
    public static final int BYTES = 50;

    private static final byte VERSION = 1;

    /** Reads a leaf's data. */
    public static Leaf parse(byte[] data) {
        if (data.length != BYTES || data[0] != VERSION) {
            throw new MalformedLedgerException("not a leaf of version 1");
        }
        ByteBuffer bytes = ByteBuffer.wrap(data, 2, 16);
        UUID id = new UUID(bytes.getLong(), bytes.getLong());
        return new Leaf(LeafKind.of(data[1]), id, Hash.at(data, 18));
    }

    /** The leaf's data. */
    public byte[] data() {
        byte[] data = new byte[BYTES];
        ByteBuffer.wrap(data)
                .put(VERSION)
                .put((byte) kind.code())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        commitment.writeTo(data, 18);
        return data;
    }

    /** The leaf hash of RFC 6962. */
    public Hash hash() {
        return new TreeHasher().leaf(data());
    }
}
