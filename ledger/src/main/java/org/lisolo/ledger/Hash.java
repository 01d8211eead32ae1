package org.lisolo.ledger;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The 32 bytes of a SHA-256, as four big-endian words: a value, compared by what it holds.
 *
 * @param a bytes 0 to 7
 * @param b bytes 8 to 15
 * @param c bytes 16 to 23
 * @param d bytes 24 to 31
 */
public record Hash(long a, long b, long c, long d) {
    public static final int BYTES = 32;
    private static final VarHandle WORD =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Reads 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new MalformedLedgerException("a hash has 32 bytes, not " + bytes.length);
        }
        return at(bytes, 0);
    }

    /** Reads the 32 bytes that begin at {@code offset}. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(
                (long) WORD.get(bytes, offset),
                (long) WORD.get(bytes, offset + 8),
                (long) WORD.get(bytes, offset + 16),
                (long) WORD.get(bytes, offset + 24));
    }

    /**
     * Reads standard base64 with padding (RFC 4648 section 4), and nothing that is only like it.
     */
    public static Hash parse(String base64) {
        return of(StrictBase64.decode(base64));
    }

    public byte[] toBytes() {
        byte[] bytes = new byte[BYTES];
        writeTo(bytes, 0);
        return bytes;
    }

    /** Writes the 32 bytes from {@code offset} on. */
    public void writeTo(byte[] bytes, int offset) {
        WORD.set(bytes, offset, a);
        WORD.set(bytes, offset + 8, b);
        WORD.set(bytes, offset + 16, c);
        WORD.set(bytes, offset + 24, d);
    }

    /** Standard base64, as checkpoints and proofs write it. */
    @Override
    public String toString() {
        return Base64.getEncoder().encodeToString(toBytes());
    }
}
