package org.lisolo.server.platform.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Against servers that speak frame by frame, well and badly. */
class WebSocketLineTest {
    private static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(5), 0, Set.of());
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final int LAST = 0x80;
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    @TempDir Path folder;
    private ServerSocket door;

    /** What a server does with a line once hands are shaken. */
    private interface Talk {
        void over(Socket socket) throws IOException;
    }

    @AfterEach
    void close() throws IOException {
        if (door != null) {
            door.close();
        }
    }

    private CompletableFuture<Void> serve(ServerSocketFactory factory, String salt, Talk talk)
            throws IOException {
        door = factory.createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var done = new CompletableFuture<Void>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try (Socket socket = door.accept()) {
                                shakeHands(socket, salt);
                                talk.over(socket);
                                done.complete(null);
                                socket.getInputStream().readAllBytes();
                            } catch (IOException | RuntimeException e) {
                                done.completeExceptionally(e);
                            }
                        });
        return done;
    }

    private CompletableFuture<Void> serve(Talk talk) throws IOException {
        return serve(
                ServerSocketFactory.getDefault(), "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", talk);
    }

    private static void shakeHands(Socket socket, String salt) throws IOException {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII), 1);
        String key = "";
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            if (line.startsWith("Sec-WebSocket-Key: ")) {
                key = line.substring(line.indexOf(' ') + 1);
            }
        }
        String answer =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "sec-websocket-accept: "
                        + Base64.getEncoder().encodeToString(sha1(key + salt))
                        + "\r\n\r\n";
        socket.getOutputStream().write(answer.getBytes(US_ASCII));
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(US_ASCII));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] frame(int head, byte[] words) {
        var frame = new ByteArrayOutputStream();
        frame.write(head);
        if (words.length > 125) {
            frame.write(126);
            frame.write(words.length >> 8);
            frame.write(words.length);
        } else {
            frame.write(words.length);
        }
        frame.writeBytes(words);
        return frame.toByteArray();
    }

    private static void say(Socket socket, int head, String words) throws IOException {
        socket.getOutputStream().write(frame(head, words.getBytes(UTF_8)));
    }

    /** A frame of the client: its kind, and its words without the mask. */
    private static String heard(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        int kind = in.readUnsignedByte();
        int second = in.readUnsignedByte();
        assertThat(second & 0x80).as("a client masks").isEqualTo(0x80);
        byte[] mask = in.readNBytes(4);
        byte[] words = in.readNBytes(second & 0x7f);
        for (int i = 0; i < words.length; i++) {
            words[i] ^= mask[i % 4];
        }
        return (kind & 0x0f) + " " + new String(words, UTF_8);
    }

    private WebSocketLine open(String scheme, String host, Duration quiet, SSLSocketFactory factory)
            throws IOException {
        int port = door.getLocalPort();
        return WebSocketLine.open(
                URI.create(scheme + "://" + host + ":" + port + "/subscribe?cursor=1"),
                new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
                LIMITS,
                quiet,
                factory);
    }

    private WebSocketLine open(Duration quiet) throws IOException {
        return open("http", "127.0.0.1", quiet, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static String next(WebSocketLine line) throws IOException {
        return new String(line.next(), UTF_8);
    }

    @Test
    void joinsFragmentsAlsoWithAPingBetweenThem() throws Exception {
        var heard = new CompletableFuture<String>();
        serve(
                socket -> {
                    say(socket, TEXT, "{\"é");
                    say(socket, LAST | PING, "there?");
                    heard.complete(heard(socket));
                    say(socket, CONTINUATION, "\":");
                    say(socket, LAST | CONTINUATION, "1}");
                    say(socket, LAST | TEXT, "x".repeat(300));
                });
        try (WebSocketLine line = open(QUIET)) {
            assertThat(next(line)).isEqualTo("{\"é\":1}");
            assertThat(next(line)).hasSize(300);
        }
        assertThat(heard.get(5, TimeUnit.SECONDS)).isEqualTo(PONG + " there?");
    }

    @Test
    void breaksASilenceByOnePingAndThenGivesUp() throws Exception {
        var heard = new CompletableFuture<String>();
        serve(
                socket -> {
                    heard.complete(heard(socket));
                    say(socket, LAST | PONG, "");
                    say(socket, LAST | TEXT, "still here");
                });
        try (WebSocketLine line = open(Duration.ofMillis(200))) {
            assertThat(next(line)).isEqualTo("still here");
            assertThatThrownBy(line::next).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(heard.get(5, TimeUnit.SECONDS)).isEqualTo(PING + " ");
    }

    @Test
    void endsWhenTheServerCloses() throws Exception {
        serve(
                socket -> {
                    say(socket, LAST | TEXT, "last words");
                    say(socket, LAST | CLOSE, "");
                });
        try (WebSocketLine line = open(QUIET)) {
            assertThat(next(line)).isEqualTo("last words");
            assertThatThrownBy(line::next).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void takesNoMoreThanItsLimitHoweverItIsCut() throws Exception {
        serve(socket -> say(socket, LAST | TEXT, "x".repeat(1_001)));
        assertRefusesToRead("too long");
        serve(
                socket -> {
                    say(socket, TEXT, "x".repeat(900));
                    say(socket, LAST | CONTINUATION, "x".repeat(101));
                });
        assertRefusesToRead("too long");
        serve(
                socket -> {
                    byte[] endless = {(byte) (LAST | TEXT), 127, -1, -1, -1, -1, -1, -1, -1, -1};
                    socket.getOutputStream().write(endless);
                });
        assertRefusesToRead("too long");
    }

    private void assertRefusesToRead(String why) throws IOException {
        try (WebSocketLine line = open(QUIET)) {
            assertThatThrownBy(line::next).isInstanceOf(IOException.class).hasMessage(why);
        }
        door.close();
    }

    @Test
    void refusesWhatNoServerMaySay() throws Exception {
        serve(socket -> say(socket, LAST | BINARY, "cbor"));
        assertRefusesToRead("not text");
        serve(socket -> say(socket, LAST | CONTINUATION, "of nothing"));
        assertRefusesToRead("fragments out of order");
        serve(
                socket -> {
                    say(socket, TEXT, "begun");
                    say(socket, LAST | TEXT, "and begun again");
                });
        assertRefusesToRead("fragments out of order");
        serve(
                socket -> {
                    byte[] masked = {(byte) (LAST | TEXT), (byte) 0x81, 1, 2, 3, 4, 'x'};
                    socket.getOutputStream().write(masked);
                });
        assertRefusesToRead("a server masks nothing");
    }

    @Test
    void aServerThatDoesNotSpeakTheProtocolIsLeft() throws Exception {
        serve(ServerSocketFactory.getDefault(), "another salt", _ -> {});
        assertThatThrownBy(() -> open(QUIET)).hasMessage("no WebSocket");
    }

    @Test
    void listensOverTlsToWhomItTrustsUnderTheNameThatWasAskedFor() throws Exception {
        KeyStore keys = selfMade();
        SSLSocketFactory trusting = trusting(keys);
        ServerSocketFactory server = server(keys);
        String salt = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
        serve(server, salt, socket -> say(socket, LAST | TEXT, "secret"));
        try (WebSocketLine line = open("https", "stream.test", QUIET, trusting)) {
            assertThat(next(line)).isEqualTo("secret");
        }
        door.close();
        serve(server, salt, _ -> {});
        assertThatThrownBy(() -> open("https", "other.test", QUIET, trusting))
                .isInstanceOf(SSLException.class);
        door.close();
        serve(server, salt, _ -> {});
        var ordinary = (SSLSocketFactory) SSLSocketFactory.getDefault();
        assertThatThrownBy(() -> open("https", "stream.test", QUIET, ordinary))
                .isInstanceOf(SSLException.class);
    }

    private KeyStore selfMade() throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "tls",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-dname",
                                "CN=stream.test",
                                "-ext",
                                "SAN=dns:stream.test",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "self-made")
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "self-made".toCharArray());
        }
        return keys;
    }

    private static ServerSocketFactory server(KeyStore keys) throws Exception {
        var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        ours.init(keys, "self-made".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(ours.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
    }

    private static SSLSocketFactory trusting(KeyStore keys) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", keys.getCertificate("tls"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }
}
