package org.lisolo.server.operations;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The outside of a backup: a short head in the clear and a stream sealed in segments (Tink's
 * AES256-GCM-HKDF streaming) by a key made from the passphrase (Argon2id, RFC 9106). The head is
 * bound to the stream; a segment that is altered, missing or in another place is found out, and so
 * is an end that came too early.
 */
final class BackupSeal {
    private static final byte[] MAGIC = "LISOLO BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int HEAD_BYTES = MAGIC.length + SALT_BYTES + 12;
    private static final int SEGMENT_BYTES = 1 << 20;

    /** 64 MiB, 3 passes, 4 lanes: RFC 9106's second choice. */
    private static final int MEMORY_KIB = 64 * 1024;

    private static final int PASSES = 3;
    private static final int LANES = 4;

    private BackupSeal() {}

    static OutputStream sealing(OutputStream out, String passphrase) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] head =
                ByteBuffer.allocate(HEAD_BYTES)
                        .put(MAGIC)
                        .put(salt)
                        .putInt(MEMORY_KIB)
                        .putInt(PASSES)
                        .putInt(LANES)
                        .array();
        out.write(head);
        try {
            return stream(passphrase, head).newEncryptingStream(out, head);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /**
     * What was sealed; reading fails where it was altered or cut short.
     *
     * @throws Refused if it is no backup
     */
    static InputStream opening(InputStream in, String passphrase) throws IOException {
        byte[] head = in.readNBytes(HEAD_BYTES);
        if (head.length < HEAD_BYTES
                || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new Refused("This file is no backup of Lisolo, or of a newer one.");
        }
        try {
            return new DataInputStream(stream(passphrase, head).newDecryptingStream(in, head));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static AesGcmHkdfStreaming stream(String passphrase, byte[] head)
            throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key(passphrase, head), "HmacSha256", 32, SEGMENT_BYTES, 0);
    }

    private static byte[] key(String passphrase, byte[] head) {
        ByteBuffer rest = ByteBuffer.wrap(head).position(MAGIC.length);
        byte[] salt = new byte[SALT_BYTES];
        rest.get(salt);
        int memory = rest.getInt();
        int passes = rest.getInt();
        int lanes = rest.getInt();
        if (memory < 8
                || memory > 4 << 20
                || passes < 1
                || passes > 100
                || lanes < 1
                || lanes > 64) {
            throw new Refused("The head of this backup was altered.");
        }
        var argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withSalt(salt)
                        .withMemoryAsKB(memory)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] key = new byte[32];
        argon2.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }
}
