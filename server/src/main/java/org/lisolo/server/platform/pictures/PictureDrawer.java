package org.lisolo.server.platform.pictures;

import org.lisolo.server.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Has pictures drawn anew in a process of their own: only the pixels come back, and a picture that
 * was made to break a decoder breaks nothing here. Thread-safe; two are drawn at a time.
 */
@Component
public class PictureDrawer implements AutoCloseable {
    public static final int MOST_BYTES = 12 * 1024 * 1024;

    private static final Logger log = LoggerFactory.getLogger(PictureDrawer.class);
    private static final int MEMORY_MB = 256;
    private static final int ANSWER_AT_MOST = 16 * 1024 * 1024;
    private static final int SECONDS = 40;

    private final Semaphore atOnce = new Semaphore(2);
    private final PictureTools tools = new PictureTools();

    /**
     * Draws it anew.
     *
     * @param sides the longest side of each size, the largest first
     * @param most bytes of each
     * @return one for each size
     * @throws Problem at the field {@code picture}, if it is none that can be shown
     */
    public List<Drawn> draw(byte[] sent, Cut cut, List<Integer> sides, int most) {
        if (sent.length > MOST_BYTES) {
            throw tooLarge();
        }
        if (PictureFormat.of(sent) == PictureFormat.OTHER) {
            throw refused("format");
        }
        try {
            if (!atOnce.tryAcquire(SECONDS, TimeUnit.SECONDS)) {
                throw Problem.of(Problem.Kind.UNAVAILABLE, "pictures.problem.busy");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(Problem.Kind.UNAVAILABLE, "pictures.problem.busy");
        }
        try {
            return read(run(sent, cut, sides, most), sides.size());
        } catch (IOException e) {
            log.warn("the process that draws pictures failed: {}", e.getMessage());
            throw refused("unreadable");
        } finally {
            atOnce.release();
        }
    }

    private byte[] run(byte[] sent, Cut cut, List<Integer> sides, int most) throws IOException {
        Path classes = tools.folder();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + MEMORY_MB + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true",
                        "-cp",
                        classes.toString(),
                        PictureProcess.class.getName());
        builder.environment().clear();
        builder.directory(classes.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            var answer = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            try (var to = new DataOutputStream(process.getOutputStream())) {
                ask(to, sent, cut, sides, most);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it took longer than " + SECONDS + " seconds");
            }
            return answer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The server stops: nothing of it stays in the folder for temporary files. */
    @Override
    public void close() {
        tools.close();
    }

    private static void ask(
            DataOutputStream to, byte[] sent, Cut cut, List<Integer> sides, int most)
            throws IOException {
        to.writeUTF(cut.shape().name());
        to.writeInt(cut.x());
        to.writeInt(cut.y());
        to.writeInt(cut.size());
        to.writeInt(sides.size());
        for (int side : sides) {
            to.writeInt(side);
        }
        to.writeInt(most);
        to.writeInt(sent.length);
        to.write(sent);
    }

    private static byte[] all(InputStream from) {
        try {
            return from.readNBytes(ANSWER_AT_MOST);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static List<Drawn> read(byte[] answer, int count) throws IOException {
        if (answer.length == 0) {
            throw refused("unreadable");
        }
        var from = new DataInputStream(new ByteArrayInputStream(answer));
        String outcome = from.readUTF();
        if (!outcome.equals(PictureProcess.DRAWN)) {
            throw refused(outcome);
        }
        List<Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int width = from.readInt();
            int height = from.readInt();
            drawn.add(new Drawn(width, height, from.readNBytes(from.readInt())));
        }
        return drawn;
    }

    /** For whoever looks at its length before reading it. */
    public static Problem tooLarge() {
        return refused("large");
    }

    private static Problem refused(String why) {
        return Problem.invalid("pictures.problem." + why, MOST_BYTES / 1024 / 1024)
                .atField("picture");
    }
}
