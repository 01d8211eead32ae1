package org.lisolo.server.platform;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder where everything that lasts is kept, readable by its owner only. It is locked from
 * {@link #open} to {@link #close}, so that two servers never write in one folder; the lock goes
 * with the process, whatever way it ends.
 */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder if need be (mode 700) and takes its lock.
     *
     * @throws StartRefused if another server has it, or it can't be written
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new DataFolder(path.toRealPath(), lock(path));
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + path + " can't be used: " + e,
                    "Give this user the right to write there, or choose another folder with"
                            + " --lisolo.data=FOLDER.",
                    e);
        }
    }

    private static FileLock lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException _) {
            // held by another context of this very process: refused below like any other holder
        } finally {
            if (lock == null) {
                file.close();
            }
        }
        if (lock == null) {
            throw new StartRefused(
                    "Another Lisolo server is already running on the data folder " + folder + ".",
                    "Stop that one first, or give this one a folder of its own with"
                            + " --lisolo.data=FOLDER.");
        }
        return lock;
    }

    public Path path() {
        return path;
    }

    /** A file or folder in here; nothing is created. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new IllegalStateException("the lock of " + path + " could not be released", e);
        }
    }
}
