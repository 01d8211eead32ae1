package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

@Timeout(60)
class LineReaderTest {
    @Test
    void handsOverWhatThereIsWhenTheSenderPauses() throws Exception {
        PipedOutputStream sender = new PipedOutputStream();
        InputStream in = new PipedInputStream(sender);
        try (var reader = new LineReader(new Lines(in, 100))) {
            sender.write("a\nb\n".getBytes());
            sender.flush();
            assertThat(reader.next()).isNotEmpty();
            sender.close();
        }
    }

    @Test
    void stopsReadingUntilABatchIsDone() throws Exception {
        AtomicLong read = new AtomicLong();
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return read.incrementAndGet() % 1_000 == 0 ? '\n' : 'x';
                    }
                };
        try (var reader = new LineReader(new Lines(endless, 10_000))) {
            List<Line> batch = reader.next();
            Thread.sleep(500);
            long before = read.get();
            assertThat(before).isLessThan(3L * Intake.BYTES_A_BATCH);
            Thread.sleep(200);
            assertThat(read.get()).as("it waits").isEqualTo(before);
            reader.done(batch);
            assertThat(reader.next()).hasSizeBetween(1, Intake.LINES_A_BATCH);
        }
    }

    @Test
    void givesWhatCameWholeBeforeItTellsThatTheSenderBrokeOff() throws Exception {
        InputStream broken =
                new InputStream() {
                    private int at;

                    @Override
                    public int read() throws IOException {
                        if (at == 4) {
                            throw new IOException("gone");
                        }
                        return "a\nb\n".charAt(at++);
                    }

                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        bytes[from] = (byte) read();
                        return 1;
                    }
                };
        try (var reader = new LineReader(new Lines(broken, 100))) {
            assertThat(reader.next()).hasSize(2);
            assertThatThrownBy(reader::next).isInstanceOf(IOException.class);
        }
    }
}
