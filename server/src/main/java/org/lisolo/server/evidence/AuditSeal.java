package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.Hash;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** Seals the personal part of audit records, under a key that is never in the database. */
final class AuditSeal {
    private static final int NONCE_BYTES = 12;

    private final SecretKey seal;
    private final SecretKey lookup;
    private final SecureRandom random = new SecureRandom();

    private AuditSeal(byte[] secret) {
        try {
            KDF hkdf = KDF.getInstance("HKDF-SHA256");
            seal = hkdf.deriveKey("AES", derivation(secret, "lisolo audit seal"));
            lookup = hkdf.deriveKey("HmacSHA256", derivation(secret, "lisolo audit lookup"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HKDF with SHA-256", e);
        }
    }

    private static HKDFParameterSpec derivation(byte[] secret, String purpose) {
        return HKDFParameterSpec.ofExtract()
                .addIKM(secret)
                .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), 32);
    }

    static AuditSeal of(DataFolder folder) {
        Path file = folder.resolve("keys").resolve("audit.key");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            return new AuditSeal(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The key " + file + " of the audit trail can't be read.",
                    "Put back the file from your backup, with mode 600.",
                    e);
        }
    }

    private static void write(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(secret) + "\n", StandardOpenOption.SYNC);
    }

    /**
     * What is kept of a record's details.
     *
     * @param addressLookup by which records of one address are found; none without an address
     */
    @SuppressWarnings("ArrayRecordComponent") // written and never compared
    record Sealed(byte[] bytes, Hash commitment, byte @Nullable [] addressLookup) {}

    /**
     * What was sealed.
     *
     * @param commitment made anew from what was sealed
     */
    record Opened(AuditContent.Details details, Hash commitment) {}

    Sealed seal(AuditContent.Details details, UUID record) {
        byte[] salt = Commitment.salt(random);
        byte[] address = details.address().getBytes(StandardCharsets.UTF_8);
        byte[] reason = details.reason().getBytes(StandardCharsets.UTF_8);
        byte[] plain =
                ByteBuffer.allocate(salt.length + 1 + address.length + reason.length)
                        .put(salt)
                        .put((byte) address.length)
                        .put(address)
                        .put(reason)
                        .array();
        return new Sealed(
                sealed(plain, record),
                details.commitment(salt),
                details.address().isEmpty() ? null : lookup(details.address()));
    }

    private byte[] sealed(byte[] plain, UUID record) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] body = cipher(Cipher.ENCRYPT_MODE, nonce, record, plain);
        return ByteBuffer.allocate(NONCE_BYTES + body.length).put(nonce).put(body).array();
    }

    /** Throws {@link IllegalStateException} if the seal was tampered with. */
    Opened open(byte[] sealed, UUID record) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, NONCE_BYTES, Math.max(NONCE_BYTES, sealed.length));
        ByteBuffer plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce, record, body));
        byte[] salt = new byte[Commitment.SALT_BYTES];
        plain.get(salt);
        byte[] address = new byte[Byte.toUnsignedInt(plain.get())];
        plain.get(address);
        byte[] reason = new byte[plain.remaining()];
        plain.get(reason);
        var details =
                new AuditContent.Details(
                        new String(address, StandardCharsets.UTF_8),
                        new String(reason, StandardCharsets.UTF_8));
        return new Opened(details, details.commitment(salt));
    }

    private byte[] cipher(int mode, byte[] nonce, UUID record, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, seal, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("evidence.audit " + record).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal of the audit record does not hold", e);
        }
    }

    byte[] lookup(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(lookup);
            return mac.doFinal(address.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC with SHA-256", e);
        }
    }
}
