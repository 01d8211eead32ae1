package org.lisolo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An Ed25519 key that signs notes (C2SP signed-note). Written as {@code
 * PRIVATE+KEY+name+id+base64}, the form that Go's {@code golang.org/x/mod/sumdb/note} reads and
 * writes. Immutable; prints without its secret.
 */
public final class NoteSigner {
    private static final String SECRET_PREFIX = "PRIVATE+KEY+";
    private static final int SEED_BYTES = 32;

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final NoteVerifier verifier;

    private NoteSigner(String name, byte[] seed) {
        NoteVerifier.checkName(name);
        KeyPair pair = pairOf(seed);
        byte[] spki = pair.getPublic().getEncoded();
        this.seed = seed;
        this.privateKey = pair.getPrivate();
        this.verifier =
                NoteVerifier.of(
                        name, Arrays.copyOfRange(spki, spki.length - Hash.BYTES, spki.length));
    }

    /**
     * A new key.
     *
     * @param name of the log: an address without scheme, such as {@code example.com/log}; neither
     *     spaces nor plus signs
     * @param random must be cryptographically strong
     */
    public static NoteSigner generate(String name, RandomGenerator random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return new NoteSigner(name, seed);
    }

    /** Reads what {@link #secret} wrote. */
    public static NoteSigner parse(String secret) {
        String[] parts =
                secret.startsWith(SECRET_PREFIX)
                        ? secret.substring(SECRET_PREFIX.length()).split("\\+", 3)
                        : new String[0];
        if (parts.length != 3) {
            throw new MalformedLedgerException("not a signing key");
        }
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length != 1 + SEED_BYTES || typed[0] != NoteVerifier.ED25519) {
            throw new MalformedLedgerException("not an Ed25519 signing key");
        }
        NoteSigner signer = new NoteSigner(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!signer.verifier.keyId().equals(parts[1])) {
            throw new MalformedLedgerException("a signing key with another key's id");
        }
        return signer;
    }

    /** The whole key, to be kept where only its owner reads. */
    public String secret() {
        byte[] typed =
                ByteBuffer.allocate(1 + SEED_BYTES).put(NoteVerifier.ED25519).put(seed).array();
        return SECRET_PREFIX
                + verifier.name()
                + "+"
                + verifier.keyId()
                + "+"
                + StrictBase64.encode(typed);
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    public String name() {
        return verifier.name();
    }

    @Override
    public String toString() {
        return "signer " + verifier.name() + "+" + verifier.keyId();
    }

    /** The signature's bytes over the text, without the key id. */
    byte[] sign(String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }

    /** The JDK makes a key pair of a seed only as a generator that draws this seed. */
    private static KeyPair pairOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, new FixedSeed(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    private static final class FixedSeed extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final byte[] seed;

        FixedSeed(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("an Ed25519 seed has 32 bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
