package org.lisolo.server.evidence;

import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.SignedNote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * What must not lie in the database, so that whoever has only the database can't rewrite the log
 * unnoticed: the signing key, and the newest checkpoint that this node signed.
 */
final class LogFiles {
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OUR_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path key;
    private final Path checkpoint;

    /**
     * @param folder is made when there is something to keep
     */
    LogFiles(Path folder) {
        this.key = folder.resolve("log.key");
        this.checkpoint = folder.resolve("log.checkpoint");
    }

    Path keyPath() {
        return key;
    }

    Path checkpointPath() {
        return checkpoint;
    }

    Optional<NoteSigner> key() {
        return read(key).map(text -> NoteSigner.parse(text.strip()));
    }

    /** Keeps a new key for good; whole or not at all. */
    void keep(NoteSigner signer) {
        write(key, signer.secret() + "\n");
    }

    Optional<SignedNote> checkpoint() {
        return read(checkpoint).map(SignedNote::parse);
    }

    void keep(SignedNote newest) {
        write(checkpoint, newest.toString());
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder, OUR_FOLDER);
            Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp", OURS_ALONE);
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
