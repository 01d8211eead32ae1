package org.lisolo.server.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server of one's own (RFC 5321), just large enough to take letters or to refuse them. */
public final class SmallSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;
    private volatile boolean knowingNobody;
    private volatile String toRecipient = "250 small";
    private volatile String toSender = "250 small";

    public SmallSmtp() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** From now on “try again later”. */
    public void refuse(boolean refuse) {
        refusing = refuse;
    }

    /** From now on nobody lives here, which is said with their address. */
    public void knowNobody(boolean nobody) {
        knowingNobody = nobody;
    }

    /** From now on this to the command that names the recipient. */
    public void answerRecipients(String reply) {
        toRecipient = reply;
    }

    /** From now on this to the command that names the sender. */
    public void answerSenders(String reply) {
        toSender = reply;
    }

    /** Everything said by the other side, one text a connection. */
    public List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket one = socket.accept()) {
                talk(one);
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket one) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = one.getOutputStream();
        var said = new StringBuilder();
        say(out, "220 small");
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            said.append(line).append('\n');
            if (data) {
                if (line.equals(".")) {
                    data = false;
                    taken.add(said.toString());
                    say(out, "250 taken");
                }
                continue;
            }
            String verb = line.toUpperCase(Locale.ROOT);
            if (verb.startsWith("MAIL") && refusing) {
                say(out, "451 try again later");
            } else if (verb.startsWith("RCPT") && knowingNobody) {
                say(out, "550 5.1.1 " + line.substring("RCPT TO:".length()) + " is not known here");
            } else if (verb.startsWith("MAIL")) {
                say(out, toSender);
            } else if (verb.startsWith("RCPT")) {
                say(out, toRecipient);
            } else if (verb.startsWith("DATA")) {
                data = true;
                say(out, "354 go on");
            } else if (verb.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 small");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
