package org.lisolo.server.operations;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The inside of a backup: named sections one after the other, whose length need not be known
 * beforehand, packed by gzip. An empty name is the end.
 */
final class Sections {
    private static final int CHUNK = 64 * 1024;

    private Sections() {}

    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        Writer(OutputStream out) throws IOException {
            this.out = new DataOutputStream(new QuickGzip(out));
        }

        /** A section, which is written until it is closed. */
        OutputStream section(String name) throws IOException {
            out.writeUTF(name);
            return new BufferedOutputStream(new Chunks(out), CHUNK);
        }

        void end() throws IOException {
            out.writeUTF("");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, CHUNK);
            def.setLevel(1);
        }
    }

    private static final class Chunks extends OutputStream {
        private final DataOutputStream out;

        Chunks(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > 0) {
                out.writeInt(length);
                out.write(bytes, from, length);
            }
        }

        @Override
        public void close() throws IOException {
            out.writeInt(0);
        }
    }

    static final class Reader implements AutoCloseable {
        private final DataInputStream in;
        private Section section = Section.NONE;

        Reader(InputStream in) throws IOException {
            this.in = new DataInputStream(new GZIPInputStream(in, CHUNK));
        }

        /** The next one's name; empty at the end, after which nothing may come. */
        String next() throws IOException {
            section.transferTo(OutputStream.nullOutputStream());
            String name = in.readUTF();
            section = name.isEmpty() ? Section.NONE : new Section(in, false);
            if (name.isEmpty() && in.read() >= 0) {
                throw new IOException("there is more after the end");
            }
            return name;
        }

        /** The bytes of the section that was named last. */
        InputStream content() {
            return section;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    private static final class Section extends InputStream {
        static final Section NONE = new Section(new DataInputStream(nullInputStream()), true);

        private final DataInputStream in;
        private boolean ended;
        private int left;

        Section(DataInputStream in, boolean ended) {
            this.in = in;
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            Objects.checkFromIndexSize(from, length, bytes.length);
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left <= 0;
            }
            if (ended) {
                return -1;
            }
            int read = in.read(bytes, from, Math.min(length, left));
            if (read < 0) {
                throw new EOFException("the backup ends within a section");
            }
            left -= read;
            return read;
        }
    }
}
