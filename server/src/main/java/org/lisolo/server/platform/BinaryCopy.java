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
 * PostgreSQL's {@code COPY … FROM STDIN (FORMAT binary)}, the fastest way in. Give it row by row,
 * column by column in the order of the statement: the database takes the first rows in while the
 * next are made. What was not ended is not kept. Not thread-safe; the connection is its own until
 * it is closed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html">Binary Format</a>
 */
public final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ABSENT = -1;

    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final short columns;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK).put(SIGNATURE);

    private BinaryCopy(CopyIn copy, short columns) {
        this.copy = copy;
        this.columns = columns;
    }

    /**
     * Begins, within the connection's transaction.
     *
     * @param target a table with all columns that a row has, as in {@code "message.blob (hash,
     *     bytes)"}
     */
    public static BinaryCopy into(String target, Connection connection) throws SQLException {
        String statement = "copy " + target + " from stdin (format binary)";
        long columns = target.chars().filter(c -> c == ',').count() + 1;
        return new BinaryCopy(
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement),
                (short) columns);
    }

    /** Starts a row; as many values as there are columns must follow. */
    public BinaryCopy row() throws SQLException {
        if (buffer.position() > CHUNK / 2) {
            send();
        }
        room(2).putShort(columns);
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

    /** All rows were given: waits until the database has taken them in. */
    public void end() throws SQLException {
        room(2).putShort((short) ABSENT);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.position());
        buffer.clear();
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
