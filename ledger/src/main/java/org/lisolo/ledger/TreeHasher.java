package org.lisolo.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of a Merkle tree (RFC 6962 section 2.1): a leaf is {@code SHA-256(0x00 || data)}, an
 * inner node {@code SHA-256(0x01 || left || right)}. Keeps working memory, so it serves one thread
 * at a time.
 */
public final class TreeHasher {
    private static final int SHORT_LEAF = 512;

    private final MessageDigest sha256 = sha256();
    private final byte[] leaf = new byte[1 + SHORT_LEAF];
    private final byte[] pair = new byte[1 + 2 * Hash.BYTES];
    private final byte[] scratch = new byte[Tile.FULL_WIDTH * Hash.BYTES];

    public TreeHasher() {
        pair[0] = 1;
    }

    /** The root of a tree without leaves: the hash of nothing. */
    public Hash emptyRoot() {
        return Hash.of(sha256.digest());
    }

    public Hash leaf(byte[] data) {
        leafInto(data, 0, data.length, scratch, 0);
        return Hash.at(scratch, 0);
    }

    /**
     * Writes the leaf hash of {@code data[from .. from + length)} into {@code out} at {@code at}.
     */
    public void leafInto(byte[] data, int from, int length, byte[] out, int at) {
        if (length <= SHORT_LEAF) {
            System.arraycopy(data, from, leaf, 1, length);
            sha256.update(leaf, 0, 1 + length);
        } else {
            sha256.update((byte) 0);
            sha256.update(data, from, length);
        }
        finishInto(out, at);
    }

    public Hash node(Hash left, Hash right) {
        left.writeTo(pair, 1);
        right.writeTo(pair, 1 + Hash.BYTES);
        sha256.update(pair, 0, pair.length);
        finishInto(scratch, 0);
        return Hash.at(scratch, 0);
    }

    /**
     * The root over {@code count} neighbouring hashes of one level, which lie one after the other
     * from {@code offset} on.
     *
     * @param count a power of two, at most 256
     */
    Hash rootOf(byte[] hashes, int offset, int count) {
        if (count == 1) {
            return Hash.at(hashes, offset);
        }
        pairsInto(hashes, offset, count / 2);
        for (int pairs = count / 4; pairs > 0; pairs /= 2) {
            pairsInto(scratch, 0, pairs);
        }
        return Hash.at(scratch, 0);
    }

    private void pairsInto(byte[] hashes, int offset, int pairs) {
        for (int i = 0; i < pairs; i++) {
            System.arraycopy(hashes, offset + i * 2 * Hash.BYTES, pair, 1, 2 * Hash.BYTES);
            sha256.update(pair, 0, pair.length);
            finishInto(scratch, i * Hash.BYTES);
        }
    }

    private void finishInto(byte[] out, int at) {
        try {
            sha256.digest(out, at, Hash.BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes are enough for a SHA-256", e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
