package org.lisolo.server.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A port on 127.0.0.1 behind which a socket of another network is, with a line that can fail. */
public final class Relay {
    /** How the line is. */
    public enum Line {
        GOOD,
        /** Nobody is reached. */
        DOWN,
        /** What is asked arrives, and no answer comes back. */
        SWALLOWS_ANSWERS,
        /**
         * A record arrives, and its answer never comes; the line stays open, and all else works.
         */
        HOLDS_ANSWERS
    }

    private static final Pattern REQUEST = Pattern.compile("(?:GET|POST) ([^ ?]+)");

    private final ServerSocketChannel door;
    private final Path socket;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Line line = Line.GOOD;

    private Relay(ServerSocketChannel door, Path socket) {
        this.door = door;
        this.socket = socket;
    }

    static Relay to(Path socket) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
        Relay relay = new Relay(door, socket);
        Thread.ofPlatform().daemon().name("relay").start(relay::accept);
        return relay;
    }

    public int port() {
        return door.socket().getLocalPort();
    }

    /** From now on; what is open breaks where the line does. */
    public void set(Line is) {
        line = is;
        if (is != Line.GOOD) {
            open.forEach(Relay::close);
        }
    }

    /** The paths of what was asked through it, in their order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        while (door.isOpen()) {
            try {
                SocketChannel near = door.accept();
                if (line == Line.DOWN) {
                    near.close();
                    continue;
                }
                SocketChannel far = SocketChannel.open(StandardProtocolFamily.UNIX);
                far.connect(UnixDomainSocketAddress.of(socket));
                open.add(near);
                open.add(far);
                var held = new AtomicBoolean();
                Thread.ofPlatform().daemon().start(() -> pump(near, far, false, held));
                Thread.ofPlatform().daemon().start(() -> pump(far, near, true, held));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pump(SocketChannel from, SocketChannel to, boolean answers, AtomicBoolean held) {
        try (from;
                to) {
            InputStream in = Channels.newInputStream(from);
            OutputStream out = Channels.newOutputStream(to);
            byte[] some = new byte[8_192];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                if (answers && held.get()) {
                    continue;
                }
                String said = new String(some, 0, read, StandardCharsets.ISO_8859_1);
                Matcher request = REQUEST.matcher(said);
                if (!answers && request.lookingAt()) {
                    asked.add(request.group(1));
                }
                held.compareAndSet(
                        false, line == Line.HOLDS_ANSWERS && said.contains(".createRecord"));
                if (answers && line == Line.SWALLOWS_ANSWERS) {
                    return;
                }
                out.write(some, 0, read);
                out.flush();
            }
        } catch (IOException _) {
            // the line is gone
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }
}
