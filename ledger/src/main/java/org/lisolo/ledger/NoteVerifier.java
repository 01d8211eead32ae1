package org.lisolo.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes: a C2SP signed-note verifier key ({@code vkey}), of
 * type Ed25519. Immutable.
 */
public final class NoteVerifier {
    static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] key;
    private final int id;
    private final PublicKey publicKey;

    private NoteVerifier(String name, byte[] key) {
        this.name = name;
        this.key = key;
        this.id = idOf(name, key);
        this.publicKey = publicKeyOf(key);
    }

    /**
     * Reads a vkey: {@code name+8 hexadecimal digits+base64}. A vkey whose digits don't follow from
     * its name and key, or whose key isn't Ed25519, is refused.
     */
    public static NoteVerifier parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedLedgerException("not a verifier key");
        }
        byte[] typed = StrictBase64.decode(parts[2]);
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519) {
            throw new MalformedLedgerException("not an Ed25519 verifier key");
        }
        NoteVerifier verifier = of(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!verifier.keyId().equals(parts[1])) {
            throw new MalformedLedgerException("a verifier key with another key's id");
        }
        return verifier;
    }

    /** A verifier of this name for the 32 bytes of an Ed25519 public key (RFC 8032). */
    static NoteVerifier of(String name, byte[] key) {
        checkName(name);
        return new NoteVerifier(name, key.clone());
    }

    public String name() {
        return name;
    }

    /** The key id in 8 hexadecimal digits. */
    public String keyId() {
        return HexFormat.of().toHexDigits(id);
    }

    int id() {
        return id;
    }

    /** The vkey. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(key).array();
        return name + "+" + keyId() + "+" + StrictBase64.encode(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteVerifier that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return id;
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not of a signature's form
        }
    }

    static void checkName(String name) {
        boolean spaced = name.codePoints().anyMatch(NoteVerifier::isSpaceOrPlus);
        if (name.isEmpty() || spaced) {
            throw new MalformedLedgerException("a key's name has neither spaces nor plus signs");
        }
    }

    private static boolean isSpaceOrPlus(int c) {
        return c == '+' || c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int idOf(String name, byte[] key) {
        MessageDigest sha256 = TreeHasher.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(ED25519);
        return ByteBuffer.wrap(sha256.digest(key)).getInt();
    }

    private static PublicKey publicKeyOf(byte[] key) {
        byte[] spki =
                ByteBuffer.allocate(SPKI_PREFIX.length + KEY_BYTES)
                        .put(SPKI_PREFIX)
                        .put(key)
                        .array();
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new MalformedLedgerException("not an Ed25519 public key", e);
        }
    }
}
