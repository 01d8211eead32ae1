package org.lisolo.server.people;

import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals what is personal (AES-256-GCM) and makes the keyed hashes by which it is found
 * (HMAC-SHA-256). Both keys are derived (RFC 5869) from one secret of 32 bytes that is kept in the
 * data folder and never in the database: a copy of the database alone tells nobody's name.
 * Thread-safe.
 */
public final class PeopleKey {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte VERSION = 1;

    private final SecretKey seal;
    private final SecretKey lookup;
    private final SecureRandom random = new SecureRandom();

    public PeopleKey(byte[] secret) {
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            seal = hkdf.deriveKey("AES", derivation(secret, "lisolo people seal"));
            lookup = hkdf.deriveKey("HmacSHA256", derivation(secret, "lisolo people lookup"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF with SHA-256", e);
        }
    }

    private static HKDFParameterSpec derivation(byte[] secret, String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
    }

    /** That of a data folder, made at the first start, readable by its owner only. */
    static PeopleKey of(DataFolder folder) {
        Path file = folder.resolve("keys").resolve("people.key");
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            if (!Files.exists(file)) {
                write(file);
            }
            return new PeopleKey(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The key " + file + " of the personal fields can't be read.",
                    "Put back the file from your backup, with mode 600; without it no account can"
                            + " be used.",
                    e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        var mode =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createFile(file, mode);
            Files.writeString(
                    file, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException _) {
            // made by someone else since we looked: theirs counts
        }
    }

    /**
     * Sealed bytes can't be read or altered, nor moved to another place, without the key.
     *
     * @param place what they belong to, such as a table's column and the row's id
     */
    public byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place, plain, 0);
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    public byte[] seal(String plain, String place) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), place);
    }

    public byte[] open(byte[] sealed, String place) {
        if (sealed.length <= NONCE_BYTES + 1 || sealed[0] != VERSION) {
            throw new IllegalStateException("not sealed by us: " + place);
        }
        byte[] nonce = java.util.Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        return cipher(Cipher.DECRYPT_MODE, nonce, place, sealed, 1 + NONCE_BYTES);
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    private byte[] cipher(int mode, byte[] nonce, String place, byte[] input, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input, from, input.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal of " + place + " does not hold", e);
        }
    }

    /** The same for the same text and place, and without the key a guess can't be checked. */
    public byte[] lookup(String text, String place) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(lookup);
            mac.update(place.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC with SHA-256", e);
        }
    }
}
