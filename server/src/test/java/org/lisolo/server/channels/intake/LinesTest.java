package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

class LinesTest {
    @Test
    void countsBlankLinesAndPassesThemOver() throws IOException {
        List<Line> lines = all("a\r\n\n  \nb\n\nc", 10);
        assertThat(lines).extracting(Line::number).containsExactly(1L, 4L, 6L);
        assertThat(lines).extracting(LinesTest::text).containsExactly("a", "b", "c");
        assertThat(lines).extracting(Line::end).containsExactly(3L, 9L, 11L);
    }

    @Test
    void goesOnFromTheMiddle() throws IOException {
        String text = "un\ndeux\ntrois\n";
        Line first = all(text, 10).getFirst();
        InputStream rest = new ByteArrayInputStream(text.substring((int) first.end()).getBytes());
        Line next = new Lines(rest, 10, first.number(), first.end()).next();
        assertThat(next.number()).isEqualTo(2);
        assertThat(text(next)).isEqualTo("deux");
        assertThat(next.end()).isEqualTo(8);
    }

    @Test
    void aLineThatIsTooLongIsNotKeptAndTheNextIs() throws IOException {
        List<Line> lines =
                all("x".repeat(200_000) + "\n" + "y".repeat(10) + "\r\n" + "z".repeat(11), 10);
        assertThat(lines).extracting(Line::tooLong).containsExactly(true, false, true);
        assertThat(lines.get(1).bytes()).hasSize(10);
    }

    @Test
    void anEndlessLineTakesNoMemory() throws IOException {
        Lines lines = new Lines(new Endless('x', 3_000_000_000L), 1_000);
        assertThat(lines.next().tooLong()).isTrue();
        assertThat(lines.next()).isNull();
    }

    private static List<Line> all(String text, int longest) throws IOException {
        Lines lines =
                new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
        List<Line> all = new ArrayList<>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private static String text(Line line) {
        return new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static final class Endless extends InputStream {
        private final char c;
        private long left;

        Endless(char c, long left) {
            this.c = c;
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? c : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            int count = (int) Math.min(length, left);
            left -= count;
            Arrays.fill(bytes, from, from + count, (byte) c);
            return count == 0 ? -1 : count;
        }
    }
}
