package org.lisolo.ledger;

import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/**
 * Binds a leaf to what happened without telling it: {@code SHA-256(salt || canonical bytes)}. As
 * long as the salt is kept, anyone who is given it and the content can check that they belong to
 * the leaf; once it is erased, nobody can find out by trying what the content was.
 */
public final class Commitment {
    /** The length of a salt: 128 bits that nobody can guess. */
    public static final int SALT_BYTES = 16;

    private Commitment() {}

    /**
     * The commitment to a content.
     *
     * @param salt 16 random bytes, used for this content only
     * @param canonical as {@link CanonicalBytes} writes them
     */
    public static Hash of(byte[] salt, byte[] canonical) {
        if (salt.length != SALT_BYTES) {
            throw new MalformedLedgerException("a salt has 16 bytes, not " + salt.length);
        }
        MessageDigest sha256 = TreeHasher.sha256();
        sha256.update(salt);
        return Hash.of(sha256.digest(canonical));
    }

    /**
     * A new salt.
     *
     * @param random must be cryptographically strong
     */
    public static byte[] salt(RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
