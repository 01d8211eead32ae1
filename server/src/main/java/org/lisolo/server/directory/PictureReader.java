package org.lisolo.server.directory;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.pictures.Orientation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture that somebody sent and may mean harm: only JPEG, PNG and WebP, told by their
 * first bytes; its size is looked at before a pixel is read, it is read coarser than it is, two at
 * a time, and broken off after some seconds.
 */
final class PictureReader {
    static final int MOST_BYTES = 8 * 1024 * 1024;
    static final int MOST_PIXELS = 24_000_000;
    private static final int MOST_SIDE = 12_000;
    private static final int LEAST_SIDE = 64;
    private static final int WANTED_SIDE = 1_200;
    private static final Duration AT_MOST = Duration.ofSeconds(6);
    private static final Semaphore AT_ONCE = new Semaphore(2);
    private static final ScheduledExecutorService WATCH =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("picture-watch").factory());

    private PictureReader() {}

    static BufferedImage read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw refused("directory.problem.photo.large");
        }
        try {
            if (!AT_ONCE.tryAcquire(20, TimeUnit.SECONDS)) {
                throw Problem.of(Problem.Kind.UNAVAILABLE, "directory.problem.photo.busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.UNAVAILABLE, "directory.problem.photo.busy");
        }
        try {
            return Orientation.of(bytes).turn(decoded(bytes));
        } finally {
            AT_ONCE.release();
        }
    }

    private static BufferedImage decoded(byte[] bytes) {
        @Nullable ImageReader reader = reader(bytes);
        if (reader == null) {
            throw refused("directory.problem.photo.format");
        }
        ScheduledFuture<?> watch =
                WATCH.schedule(reader::abort, AT_MOST.toMillis(), TimeUnit.MILLISECONDS);
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width < LEAST_SIDE || height < LEAST_SIDE) {
                throw refused("directory.problem.photo.small");
            }
            if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
                throw refused("directory.problem.photo.pixels");
            }
            ImageReadParam coarse = reader.getDefaultReadParam();
            int step = Math.max(1, Math.min(width, height) / WANTED_SIDE);
            coarse.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, coarse);
            if (watch.isDone()) {
                throw refused("directory.problem.photo.unreadable");
            }
            return image;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // whatever a decoder throws at broken bytes is a refusal
            throw e instanceof Problem problem
                    ? problem
                    : refused("directory.problem.photo.unreadable");
        } finally {
            watch.cancel(false);
            reader.dispose();
        }
    }

    private static @Nullable ImageReader reader(byte[] bytes) {
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        if (startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        return null;
    }

    private static boolean startsWith(byte[] bytes, int at, int... signature) {
        if (bytes.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[at + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    private static Problem refused(String code) {
        return Problem.invalid(code, MOST_BYTES / 1024 / 1024, LEAST_SIDE).atField("photo");
    }
}
