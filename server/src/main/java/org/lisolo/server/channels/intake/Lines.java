package org.lisolo.server.channels.intake;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a stream into lines, however long it is: what is held in memory is one line and one buffer.
 * Lines end with LF or CR LF; blank ones are counted and passed over. For use by one thread.
 */
public final class Lines {
    private final InputStream in;
    private final int longest;
    private final byte[] buffer = new byte[8_192];
    private int from;
    private int to;
    private long number;
    private long read;
    private boolean ended;

    /** From the beginning of a stream. */
    public Lines(InputStream in, int longest) {
        this(in, longest, 0, 0);
    }

    /**
     * From the middle: the stream stands after so many lines and bytes.
     *
     * @param longest how many bytes a line may have
     */
    public Lines(InputStream in, int longest, long number, long read) {
        this.in = in;
        this.longest = longest;
        this.number = number;
        this.read = read;
    }

    /** The next line that isn't blank; null at the end. */
    public @Nullable Line next() throws IOException {
        while (!ended) {
            Line line = cut();
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    /** One line; null if it is blank. */
    private @Nullable Line cut() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        boolean tooLong = false;
        boolean complete = false;
        while (!complete && (from < to || fill())) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            tooLong |= bytes.size() + (end - from) > longest + 1; // a CR may come before the LF
            if (!tooLong) {
                bytes.write(buffer, from, end - from);
            }
            complete = end < to;
            read += end - from + (complete ? 1 : 0);
            from = complete ? end + 1 : end;
        }
        if (complete || bytes.size() > 0 || tooLong) {
            number++;
        }
        return line(bytes.toByteArray(), tooLong);
    }

    private @Nullable Line line(byte[] bytes, boolean tooLong) {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        if (tooLong || length > longest) {
            return new Line(number, new byte[0], true, read);
        }
        byte[] kept = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return isBlank(kept) ? null : new Line(number, kept, false, read);
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        ended = to == 0;
        return !ended;
    }
}
