package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.AuditContent;
import org.lisolo.ledger.Commitment;
import org.lisolo.ledger.Hash;
import org.lisolo.server.platform.Seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Supplier;

/** Seals the personal part of audit records. Thread-safe. */
final class AuditSeal {
    static final String PURPOSE = "audit";

    private static final String ADDRESS = "evidence.audit address";

    private final Supplier<Seal> vault;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable Seal known;

    /**
     * Seals what it is given.
     *
     * @param vault asked late: who keeps keys begins transactions, which are told of the trail
     *     first
     */
    AuditSeal(Supplier<Seal> vault) {
        this.vault = vault;
    }

    private Seal seal() {
        Seal seal = known;
        if (seal == null) {
            seal = vault.get();
            known = seal;
        }
        return seal;
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
        return sealed(plain, details, salt, record);
    }

    private Sealed sealed(byte[] plain, AuditContent.Details details, byte[] salt, UUID record) {
        return new Sealed(
                seal().seal(plain, place(record)),
                details.commitment(salt),
                details.address().isEmpty() ? null : seal().lookup(details.address(), ADDRESS));
    }

    /** Under the newest key; the salt stays, and so does the commitment. */
    Sealed anew(byte[] sealed, UUID record) {
        byte[] plain = seal().open(sealed, place(record));
        Read read = Read.of(plain);
        return sealed(plain, read.details(), read.salt(), record);
    }

    /** Throws {@link IllegalStateException} if the seal was tampered with. */
    Opened open(byte[] sealed, UUID record) {
        Read read = Read.of(seal().open(sealed, place(record)));
        return new Opened(read.details(), read.details().commitment(read.salt()));
    }

    @SuppressWarnings("ArrayRecordComponent") // read and never compared
    private record Read(byte[] salt, AuditContent.Details details) {
        static Read of(byte[] opened) {
            ByteBuffer plain = ByteBuffer.wrap(opened);
            byte[] salt = new byte[Commitment.SALT_BYTES];
            plain.get(salt);
            byte[] address = new byte[Byte.toUnsignedInt(plain.get())];
            plain.get(address);
            byte[] reason = new byte[plain.remaining()];
            plain.get(reason);
            return new Read(
                    salt,
                    new AuditContent.Details(
                            new String(address, StandardCharsets.UTF_8),
                            new String(reason, StandardCharsets.UTF_8)));
        }
    }

    /** All hashes under which an address may have been kept. */
    byte[][] lookups(String address) {
        return seal().lookups(address, ADDRESS);
    }

    /** What the newest key sealed begins with this. */
    byte[] mark() {
        return seal().mark();
    }

    byte[] lookupMark() {
        return seal().lookupMark();
    }

    private static String place(UUID record) {
        return "evidence.audit " + record;
    }
}
