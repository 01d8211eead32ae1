package org.lisolo.server.platform;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.UUID;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN (FORMAT binary)}, the fastest way in. Fill it row
 * by row, column by column in the order of the statement, then send it once. Not thread-safe.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">Binary Format</a>
 */
public final class BinaryCopy {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ABSENT = -1;

    private final int columns;
    private ByteBuffer buffer;
    private int rows;

    public BinaryCopy(int columns, int expectedBytes) {
        this.columns = columns;
        this.buffer = ByteBuffer.allocate(Math.max(64, expectedBytes)).put(SIGNATURE);
    }

    /** Starts a row; as many values as there are columns must follow. */
    public BinaryCopy row() {
        room(2).putShort((short) columns);
        rows++;
        return this;
    }

    public BinaryCopy uuid(@Nullable UUID value) {
        if (value == null) {
            return absent();
        }
        room(20).putInt(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return this;
    }

    public BinaryCopy bytes(byte[] value) {
        room(4 + value.length).putInt(value.length).put(value);
        return this;
    }

    public BinaryCopy text(@Nullable String value) {
        return value == null ? absent() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** A {@code smallint}. */
    public BinaryCopy int2(int value) {
        room(6).putInt(2).putShort((short) value);
        return this;
    }

    /** An {@code integer}. */
    public BinaryCopy int4(int value) {
        room(8).putInt(4).putInt(value);
        return this;
    }

    /** A {@code bigint}. */
    public BinaryCopy int8(long value) {
        room(12).putInt(8).putLong(value);
        return this;
    }

    /** A {@code timestamptz}; what is finer than a microsecond is cut off. */
    public BinaryCopy instant(Instant value) {
        return int8(EPOCH.until(value.truncatedTo(ChronoUnit.MICROS), ChronoUnit.MICROS));
    }

    public BinaryCopy absent() {
        room(4).putInt(ABSENT);
        return this;
    }

    public int rows() {
        return rows;
    }

    /**
     * Sends the rows within the connection's transaction.
     *
     * @param target a table with its columns, for example {@code "message.blob (hash, bytes)"}
     */
    public void into(String target, Connection connection) throws SQLException {
        room(2).putShort((short) ABSENT);
        CopyIn copy =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + target + " from stdin (format binary)");
        try {
            copy.writeToCopy(buffer.array(), 0, buffer.position());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int wanted = Math.addExact(buffer.position(), bytes);
            int doubled = (int) Math.min(Integer.MAX_VALUE - 8L, 2L * buffer.capacity());
            buffer =
                    ByteBuffer.wrap(Arrays.copyOf(buffer.array(), Math.max(wanted, doubled)))
                            .position(buffer.position());
        }
        return buffer;
    }
}
