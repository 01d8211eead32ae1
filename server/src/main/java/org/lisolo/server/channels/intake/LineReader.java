package org.lisolo.server.channels.intake;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Reads lines on a thread of its own and hands them over in batches: full ones while lines come
 * fast, and what there is when the sender pauses, so that a slow stream is answered soon. It holds
 * at most {@link #HELD} bytes; then it stops reading until a batch is done, which the sender feels.
 */
final class LineReader implements AutoCloseable {
    private static final int HELD = 2 * Intake.BYTES_A_BATCH;

    /** What a short line takes beside its bytes; it bounds their number too. */
    private static final int OVERHEAD = 512;

    private static final long PAUSE_MILLISECONDS = 20;
    private static final Line END = new Line(0, new byte[0], false, 0);

    private final BlockingQueue<Line> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(HELD);
    private final Thread thread;
    private volatile @Nullable IOException failure;
    private boolean ended;

    LineReader(Lines lines) {
        thread = Thread.ofVirtual().name("line-reader").start(() -> read(lines));
    }

    private void read(Lines lines) {
        try {
            Line line = lines.next();
            while (line != null) {
                room.acquire(weight(line));
                queue.add(line);
                line = lines.next();
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            queue.add(END);
        }
    }

    /**
     * The next lines; none at the end.
     *
     * @throws IOException if the sender broke off, after all lines that came whole were given
     */
    List<Line> next() throws IOException, InterruptedException {
        List<Line> batch = new ArrayList<>();
        int bytes = 0;
        Line line = ended ? END : queue.take();
        while (line != null && !isEnd(line)) {
            batch.add(line);
            bytes += line.bytes().length;
            boolean full = batch.size() >= Intake.LINES_A_BATCH || bytes >= Intake.BYTES_A_BATCH;
            line = full ? null : queue.poll(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
        ended |= line != null && isEnd(line);
        IOException broken = failure;
        if (batch.isEmpty() && broken != null) {
            throw broken;
        }
        return batch;
    }

    /** Whether nothing comes after the lines given so far. */
    boolean hasEnded() {
        return ended && failure == null;
    }

    private static boolean isEnd(Line line) {
        return line.number() == 0;
    }

    /** These lines are dealt with: there is room for more. */
    void done(List<Line> batch) {
        room.release(batch.stream().mapToInt(LineReader::weight).sum());
    }

    private static int weight(Line line) {
        return line.bytes().length + OVERHEAD;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
