package org.lisolo.server.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * The listening end of a WebSocket (RFC 6455), to an address that the guard has checked: libraries
 * resolve the host's name themselves, and what they reach then is not what was checked. It answers
 * pings, joins fragments, and takes text alone. For one thread; another may close it.
 */
public final class WebSocketLine implements AutoCloseable {
    private static final String KEY_OF_ALL = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final int longest;
    private boolean asked;

    private WebSocketLine(Socket socket, int longest) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new java.io.BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
        this.longest = longest;
    }

    static WebSocketLine open(URI http, InetSocketAddress checked, Limits limits, Duration quiet)
            throws IOException {
        return open(http, checked, limits, quiet, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    static WebSocketLine open(
            URI http,
            InetSocketAddress checked,
            Limits limits,
            Duration quiet,
            SSLSocketFactory factory)
            throws IOException {
        Socket socket = new Socket();
        try {
            int wait = Math.toIntExact(limits.time().toMillis());
            socket.connect(checked, wait);
            socket.setSoTimeout(wait);
            if ("https".equalsIgnoreCase(http.getScheme())) {
                socket = secured(socket, http.getHost(), factory);
            }
            var line = new WebSocketLine(socket, limits.bytes());
            line.shakeHands(http);
            socket.setSoTimeout(Math.toIntExact(quiet.toMillis()));
            return line;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    private static Socket secured(Socket plain, String host, SSLSocketFactory factory)
            throws IOException {
        var socket = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void shakeHands(URI http) throws IOException {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        String key = Base64.getEncoder().encodeToString(nonce);
        String path = http.getRawPath().isEmpty() ? "/" : http.getRawPath();
        String query = http.getRawQuery() == null ? "" : "?" + http.getRawQuery();
        String host = http.getPort() < 0 ? http.getHost() : http.getHost() + ":" + http.getPort();
        String asking =
                String.join(
                        "\r\n",
                        "GET " + path + query + " HTTP/1.1",
                        "Host: " + host,
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Key: " + key,
                        "Sec-WebSocket-Version: 13",
                        "User-Agent: Lisolo",
                        "",
                        "");
        out.write(asking.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        if (!line().startsWith("HTTP/1.1 101")) {
            throw new IOException("no WebSocket");
        }
        boolean agreed = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            agreed |= isAgreement(header, key);
        }
        if (!agreed) {
            throw new IOException("no WebSocket");
        }
    }

    private static boolean isAgreement(String header, String key) throws IOException {
        int colon = header.indexOf(':');
        return colon > 0
                && header.substring(0, colon)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .equals("sec-websocket-accept")
                && header.substring(colon + 1).strip().equals(agreement(key));
    }

    private static String agreement(String key) throws IOException {
        try {
            byte[] bytes = (key + KEY_OF_ALL).getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0 || line.length() > 8_192) {
                throw new EOFException();
            }
            if (sign != '\r') {
                line.append((char) sign);
            }
        }
        return line.toString();
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException when the line is broken, closed, or silent after a ping
     */
    public byte[] next() throws IOException {
        var message = new ByteArrayOutputStream();
        boolean begun = false;
        while (true) {
            int head = head();
            int kind = head & 0x0f;
            byte[] part = part(message.size());
            switch (kind) {
                case TEXT, CONTINUATION -> {
                    if (begun == (kind == TEXT)) {
                        throw new IOException("fragments out of order");
                    }
                    begun = true;
                    message.writeBytes(part);
                    if ((head & 0x80) != 0) {
                        return message.toByteArray();
                    }
                }
                case PING -> send(PONG, part);
                case PONG -> {}
                case CLOSE -> throw new EOFException();
                default -> throw new IOException("not text");
            }
        }
    }

    /** The first byte of the next frame; silence is broken by one ping. */
    private int head() throws IOException {
        while (true) {
            try {
                int head = in.readUnsignedByte();
                asked = false;
                return head;
            } catch (SocketTimeoutException e) {
                if (asked) {
                    throw e;
                }
                asked = true;
                send(PING, new byte[0]);
            }
        }
    }

    private byte[] part(int before) throws IOException {
        int second = in.readUnsignedByte();
        if ((second & 0x80) != 0) {
            throw new IOException("a server masks nothing");
        }
        long length = second;
        if (second == 126) {
            length = in.readUnsignedShort();
        } else if (second == 127) {
            length = in.readLong();
        }
        if (length < 0 || length + before > longest) {
            throw new IOException("too long");
        }
        byte[] bytes = new byte[(int) length];
        in.readFully(bytes);
        return bytes;
    }

    /** What a listener sends is short, and masked as clients have to. */
    private void send(int kind, byte[] words) throws IOException {
        if (words.length > 125) {
            throw new IOException("too long");
        }
        byte[] mask = new byte[4];
        RANDOM.nextBytes(mask);
        byte[] frame = new byte[6 + words.length];
        frame[0] = (byte) (0x80 | kind);
        frame[1] = (byte) (0x80 | words.length);
        System.arraycopy(mask, 0, frame, 2, 4);
        for (int i = 0; i < words.length; i++) {
            frame[6 + i] = (byte) (words[i] ^ mask[i % 4]);
        }
        out.write(frame);
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone either way
        }
    }
}
