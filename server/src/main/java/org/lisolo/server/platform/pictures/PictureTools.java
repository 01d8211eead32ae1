package org.lisolo.server.platform.pictures;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The few classes that the process needs, copied out of the server's file into a folder of their
 * own, as a plain Java can't run a class from within it. Thread-safe.
 */
final class PictureTools implements AutoCloseable {
    private static final String[] NEEDED = {
        "org/lisolo/server/platform/pictures/*.class", "com/twelvemonkeys/**/*.class"
    };

    private final ReentrantLock copying = new ReentrantLock();
    private @Nullable Path folder;

    Path folder() throws IOException {
        copying.lock();
        try {
            Path known = folder;
            if (known != null && Files.isDirectory(known)) {
                return known;
            }
            Path fresh = Files.createTempDirectory("lisolo-pictures");
            for (String pattern : NEEDED) {
                copy(pattern, fresh);
            }
            folder = fresh;
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
            Path known = folder;
            if (known != null) {
                FileSystemUtils.deleteRecursively(known.toFile());
            }
            folder = null;
        } finally {
            copying.unlock();
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
