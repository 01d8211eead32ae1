package org.lisolo.server.channels.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Sends answers while more lines are read. They go through a file, so that a sender who reads none
 * before all is sent neither stops the reading nor fills the memory. The file holds line numbers,
 * ids and codes, and is gone when this is closed.
 */
final class AnswerWriter implements AutoCloseable {
    private final Path path;
    private final FileChannel file;
    private final OutputStream out;
    private final Thread thread;
    private long written;
    private boolean complete;

    AnswerWriter(Path path, OutputStream out) throws IOException {
        this.path = path;
        this.file =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE);
        this.out = out;
        this.thread = Thread.ofVirtual().name("answer-writer").start(this::send);
    }

    /** Returns at once; nothing is lost if nobody reads yet. */
    void write(byte[] answers) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(answers);
        long at;
        synchronized (this) {
            at = written;
        }
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
        synchronized (this) {
            written = at;
            notifyAll();
        }
    }

    /** Waits until all is sent, or the sender of the lines is gone. */
    void finish() throws InterruptedException {
        synchronized (this) {
            complete = true;
            notifyAll();
        }
        thread.join();
    }

    private void send() {
        ByteBuffer buffer = ByteBuffer.allocate(16_384);
        long sent = 0;
        try {
            long until = await(sent);
            while (until > sent) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), until - sent));
                int count = file.read(buffer, sent);
                out.write(buffer.array(), 0, count);
                sent += count;
                if (sent == until) {
                    out.flush();
                }
                until = await(sent);
            }
        } catch (IOException e) {
            return; // nobody listens any more; what was accepted stays, and sent again it is known
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** How much is written, once that is more than was sent, or all. */
    private synchronized long await(long sent) throws InterruptedException {
        while (written == sent && !complete) {
            wait();
        }
        return written;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the answers' file " + path + " can't be closed", e);
        }
    }
}
