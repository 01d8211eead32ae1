package org.lisolo.server.platform.pictures;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The few classes that the process needs, copied out of the server's file into a folder of their
 * own, as a plain Java can't run a class from within it. A server that runs holds a lock in its
 * folder; what one that was killed left behind is swept away by the next. Thread-safe.
 */
final class PictureTools implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(PictureTools.class);
    private static final String PREFIX = "lisolo-pictures";
    private static final String LOCK = "lock";

    /** A folder without a lock is one that is being made, or an older server's. */
    private static final Duration BEING_MADE = Duration.ofDays(1);

    private static final String[] NEEDED = {
        "org/lisolo/server/platform/pictures/*.class", "com/twelvemonkeys/**/*.class"
    };

    /** Of this very process, which looks at no lock of its own: closing a file ends its locks. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path temporary;
    private final ReentrantLock copying = new ReentrantLock();
    private @Nullable Path folder;
    private @Nullable FileChannel held;

    PictureTools() {
        this(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** With its folders in another one. */
    PictureTools(Path temporary) {
        this.temporary = temporary;
        sweep(Instant.now());
    }

    Path folder() throws IOException {
        copying.lock();
        try {
            Path known = folder;
            if (known != null && Files.isDirectory(known)) {
                return known;
            }
            close();
            Path fresh = Files.createTempDirectory(temporary, PREFIX);
            folder = fresh;
            OURS.add(fresh);
            FileChannel lock =
                    FileChannel.open(
                            fresh.resolve(LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            held = lock;
            lock.lock();
            for (String pattern : NEEDED) {
                copy(pattern, fresh);
            }
            return fresh;
        } finally {
            copying.unlock();
        }
    }

    /** What was copied goes; the next picture copies it again. */
    @Override
    public void close() {
        copying.lock();
        try {
            FileChannel lock = held;
            if (lock != null) {
                lock.close();
            }
            Path known = folder;
            if (known != null) {
                FileSystemUtils.deleteRecursively(known.toFile());
                OURS.remove(known);
            }
            held = null;
            folder = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            copying.unlock();
        }
    }

    /** Removes the folders of servers that run no more. */
    private void sweep(Instant now) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path one : folders) {
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS) && isLeft(one, now)) {
                    FileSystemUtils.deleteRecursively(one);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // another user's, or swept by another server at this moment
            log.info("a folder of pictures was left: {}", e.getClass().getName());
        }
    }

    private static boolean isLeft(Path folder, Instant now) throws IOException {
        if (OURS.contains(folder)) {
            return false;
        }
        Path lock = folder.resolve(LOCK);
        if (!Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
            Instant made = Files.getLastModifiedTime(folder).toInstant();
            return made.isBefore(now.minus(BEING_MADE));
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        }
    }

    private static void copy(String pattern, Path to) throws IOException {
        String root = pattern.substring(0, pattern.indexOf('*'));
        var resolver = new PathMatchingResourcePatternResolver();
        for (Resource one : resolver.getResources("classpath*:" + pattern)) {
            String address = one.getURL().toString();
            String name = address.substring(address.lastIndexOf(root));
            Path file = to.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = one.getInputStream()) {
                Files.write(file, in.readAllBytes());
            }
        }
    }
}
