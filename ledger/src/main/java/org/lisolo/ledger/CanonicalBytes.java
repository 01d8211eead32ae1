package org.lisolo.ledger;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Writes named, typed values as bytes that are the same wherever they are written from, and never
 * the same for different values: what a {@link Commitment} is made over.
 *
 * <pre>
 * bytes    = version 1 | string schema | field*
 * field    = string name | type | value          names in strictly rising order of their bytes
 * string   = length, 1 byte | ASCII              1 to 255 characters
 * type     = 0 absent   no value
 *            1 text     length, 4 bytes | UTF-8
 *            2 bytes    length, 4 bytes | bytes
 *            3 instant  microseconds since 1970-01-01T00:00:00Z, 8 bytes, signed
 *            4 uuid     16 bytes
 *            5 integer  8 bytes, signed
 *            6 list     count, 4 bytes | for each: length, 4 bytes | bytes of an item
 * </pre>
 *
 * Numbers are big-endian. The schema names which fields there are, so that fields can be added
 * later under another name ({@code lisolo.org/event/v2}) while what was written stays as it was.
 * Names rise so that writers who go by different orders can't disagree. An instant is cut to
 * microseconds, which is what PostgreSQL keeps. Serves one thread, for one value.
 */
public final class CanonicalBytes {
    private static final byte VERSION = 1;

    private final ByteArrayOutputStream out;
    private String lastName = "";

    /**
     * Begins a value.
     *
     * @param schema names the fields and what they mean, 1 to 255 characters of ASCII
     */
    public CanonicalBytes(String schema) {
        this(schema, 256);
    }

    /** The same, with room for that many bytes before it must grow. */
    CanonicalBytes(String schema, int room) {
        out = new ByteArrayOutputStream(room);
        out.write(VERSION);
        string(schema);
    }

    /** A text, or its absence. A text that isn't well-formed UTF-16 has no bytes and is refused. */
    public CanonicalBytes text(String name, @Nullable String value) {
        field(name, value == null ? 0 : 1);
        if (value != null) {
            counted(utf8(value));
        }
        return this;
    }

    public CanonicalBytes bytes(String name, byte @Nullable [] value) {
        field(name, value == null ? 0 : 2);
        if (value != null) {
            counted(value);
        }
        return this;
    }

    public CanonicalBytes instant(String name, @Nullable Instant value) {
        field(name, value == null ? 0 : 3);
        if (value != null) {
            number(ChronoUnit.MICROS.between(Instant.EPOCH, value.truncatedTo(ChronoUnit.MICROS)));
        }
        return this;
    }

    public CanonicalBytes uuid(String name, @Nullable UUID value) {
        field(name, value == null ? 0 : 4);
        if (value != null) {
            number(value.getMostSignificantBits());
            number(value.getLeastSignificantBits());
        }
        return this;
    }

    public CanonicalBytes integer(String name, @Nullable Long value) {
        field(name, value == null ? 0 : 5);
        if (value != null) {
            number(value);
        }
        return this;
    }

    /** Items in their order, each written by a {@code CanonicalBytes} of its own. */
    public CanonicalBytes list(String name, @Nullable List<CanonicalBytes> items) {
        field(name, items == null ? 0 : 6);
        if (items != null) {
            length(items.size());
            items.forEach(item -> counted(item.toBytes()));
        }
        return this;
    }

    /** All that was written so far. */
    public byte[] toBytes() {
        return out.toByteArray();
    }

    private void field(String name, int type) {
        if (name.compareTo(lastName) <= 0) {
            throw new IllegalArgumentException("names rise: " + name + " after " + lastName);
        }
        lastName = name;
        string(name);
        out.write(type);
    }

    private void string(String ascii) {
        byte[] bytes = ascii.getBytes(StandardCharsets.UTF_8);
        // beyond ASCII a character is more than one byte
        if (bytes.length == 0 || bytes.length > 255 || bytes.length != ascii.length()) {
            throw new IllegalArgumentException("a name is 1 to 255 characters of ASCII");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private void counted(byte[] bytes) {
        length(bytes.length);
        out.writeBytes(bytes);
    }

    private void length(int length) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.write(length >>> shift);
        }
    }

    private void number(long number) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (number >>> shift));
        }
    }

    private static byte[] utf8(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        i + 1 < text.length()
                                && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    throw new IllegalArgumentException("a text with half a character");
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
