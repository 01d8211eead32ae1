package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.ServerApplication;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.testing.FreshServer;
import org.lisolo.testkit.Program;
import org.springframework.boot.builder.SpringApplicationBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS by two files, which are exchanged while the server runs. */
class OwnCertificateTest {
    private static final char[] PASSWORD = "test-only".toCharArray();

    @TempDir Path home;

    /** A key and the certificate that it signed itself, as files and as what a client trusts. */
    private record Pair(Path certificate, Path key, X509Certificate shown, SSLContext trusting) {}

    private Pair make(String name) throws Exception {
        Path store = home.resolve(name + ".p12");
        Program made =
                Program.run(
                        Map.of(),
                        List.of(
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
                                "CN=" + name,
                                "-ext",
                                "SAN=dns:localhost",
                                "-validity",
                                "2",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                new String(PASSWORD)));
        assertThat(made.exitCode()).as(made.output()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var certificate = (X509Certificate) keys.getCertificate("tls");
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("tls", certificate);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return new Pair(
                pem(name + ".crt", "CERTIFICATE", certificate.getEncoded()),
                pem(name + ".key", "PRIVATE KEY", keys.getKey("tls", PASSWORD).getEncoded()),
                certificate,
                context);
    }

    private Path pem(String name, String kind, byte[] der) throws IOException {
        return Files.writeString(
                home.resolve(name),
                "-----BEGIN "
                        + kind
                        + "-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                        + "\n-----END "
                        + kind
                        + "-----\n");
    }

    @Test
    void aNewCertificateIsShownWithoutARestartAndWhoIsConnectedGoesOn() throws Exception {
        Pair first = make("first");
        Pair second = make("second");
        Path certificate = home.resolve("fullchain.pem");
        Path key = home.resolve("privkey.pem");
        Files.copy(first.certificate(), certificate);
        Files.copy(first.key(), key);
        try (var server =
                new SpringApplicationBuilder(ServerApplication.class)
                        .initializers(new FreshServer())
                        .run(
                                "--server.port=0",
                                "--lisolo.demo=false",
                                "--lisolo.tls.certificate=" + certificate,
                                "--lisolo.tls.key=" + key,
                                "--spring.ssl.bundle.watch.file.quiet-period=100ms")) {
            int port = Integer.parseInt(server.getEnvironment().getProperty("local.server.port"));
            HttpResponse<String> page = get(first.trusting(), port, "/sign-in");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow())
                    .contains("max-age=31536000")
                    .doesNotContain("includeSubDomains");
            assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                    .contains("; Secure", "; HttpOnly", "SameSite=Lax");

            try (SSLSocket connected = connect(first.trusting(), port)) {
                // as certbot and others do: a new file takes the old one's name
                Files.copy(second.key(), home.resolve("new"));
                Files.move(home.resolve("new"), key, StandardCopyOption.REPLACE_EXISTING);
                Files.copy(second.certificate(), home.resolve("new"));
                Files.move(home.resolve("new"), certificate, StandardCopyOption.REPLACE_EXISTING);
                awaitShown(second, port);
                assertThat(get(second.trusting(), port, "/").statusCode()).isEqualTo(200);
                assertThatThrownBy(() -> get(first.trusting(), port, "/"))
                        .isInstanceOf(IOException.class);
                assertThat(asked(connected)).startsWith("HTTP/1.1 200");
            }

            Files.writeString(certificate, "half a file");
            Thread.sleep(1_000);
            assertThat(get(second.trusting(), port, "/").statusCode())
                    .as("what can't be read changes nothing")
                    .isEqualTo(200);
        }
    }

    @Test
    void oneFileWithoutTheOtherIsRefusedAtTheStart() throws Exception {
        Pair pair = make("pair");
        for (String[] settings :
                new String[][] {
                    {"--lisolo.tls.certificate=" + pair.certificate()},
                    {
                        "--lisolo.tls.certificate=" + pair.certificate(),
                        "--lisolo.tls.key=" + home.resolve("absent")
                    }
                }) {
            assertThatThrownBy(
                            () ->
                                    new SpringApplicationBuilder(ServerApplication.class)
                                            .initializers(new FreshServer())
                                            .run(settings))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("lisolo.tls.key");
        }
    }

    private static void awaitShown(Pair pair, int port) throws Exception {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (!shown(port).equals(pair.shown())) {
            assertThat(Instant.now()).as("the new certificate is shown").isBefore(patience);
            Thread.sleep(50);
        }
    }

    /** What the server shows to anybody. */
    private static X509Certificate shown(int port) throws Exception {
        var last = new X509Certificate[1];
        SSLContext any = SSLContext.getInstance("TLS");
        any.init(
                null,
                new javax.net.ssl.TrustManager[] {
                    new javax.net.ssl.X509TrustManager() {
                        @Override
                        public void checkClientTrusted(X509Certificate[] chain, String type) {}

                        @Override
                        public void checkServerTrusted(X509Certificate[] chain, String type) {
                            last[0] = chain[0];
                        }

                        @Override
                        public X509Certificate[] getAcceptedIssuers() {
                            return new X509Certificate[0];
                        }
                    }
                },
                null);
        connect(any, port).close();
        return last[0];
    }

    private static SSLSocket connect(SSLContext trusting, int port) throws IOException {
        var socket = (SSLSocket) trusting.getSocketFactory().createSocket("localhost", port);
        socket.startHandshake();
        return socket;
    }

    private static String asked(SSLSocket socket) throws IOException {
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
        return new String(socket.getInputStream().readNBytes(12));
    }

    private static HttpResponse<String> get(SSLContext trusting, int port, String path)
            throws Exception {
        try (HttpClient client = HttpClient.newBuilder().sslContext(trusting).build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
