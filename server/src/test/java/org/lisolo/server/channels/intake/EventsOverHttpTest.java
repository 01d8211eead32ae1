package org.lisolo.server.channels.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The door for programs as they meet it: by the wire, through every filter. */
@ServerTest
class EventsOverHttpTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;

    private Visitor admin;
    private String channel;
    private String token;

    @BeforeEach
    void openChannel() {
        admin = Hospital.open(organisations, accounts).admin().at(port);
        admin.get("/work/channels/new");
        Visitor.Page opened =
                admin.post(
                        "/work/channels/new",
                        "name",
                        "Le pont",
                        "kind",
                        "lisolo",
                        "visibility",
                        "public");
        channel = opened.location().orElseThrow();
        admin.get(channel);
        Visitor.Page made = admin.post(channel + "/tokens", "name", "Le pont", "days", "30");
        token = found("<code[^>]*>([^<]+)</code>", admin.follow(made).body());
    }

    @Test
    void takesNothingWithoutAGoodToken() throws IOException {
        for (String header :
                new String[] {
                    "",
                    "Authorization: Bearer\r\n",
                    "Authorization: Bearer lisolo_wrong\r\n",
                    "Authorization: Bearer " + token + "x\r\n",
                    "Authorization: Basic " + token + "\r\n",
                    "Cookie: SESSION=" + admin.session() + "\r\n"
                }) {
            try (Wire wire = new Wire(header)) {
                wire.send(line("a", "un"));
                wire.end();
                assertThat(wire.until("\r\n")).as(header).contains(" 401 ");
                assertThat(wire.until("\r\n\r\n"))
                        .contains("WWW-Authenticate: Bearer")
                        .contains("application/problem+json");
            }
        }
    }

    @Test
    void answersEachLineWhileMoreAreToCome() throws IOException {
        try (Wire wire = new Wire("Authorization: Bearer " + token + "\r\n")) {
            wire.send(line("1", "Bonjour"));
            assertThat(wire.until("\"line\":1")).contains(" 200 ").contains("application/x-ndjson");
            assertThat(wire.until("\n")).contains("\"accepted\"");
            wire.send("{\"event\":\"create\",\n" + line("1", "Bonjour"));
            assertThat(wire.until("\"line\":2")).isNotEmpty();
            assertThat(wire.until("\n")).contains("\"refused\"").contains("\"reason\"");
            assertThat(wire.until("\"line\":3")).isNotEmpty();
            assertThat(wire.until("\n")).contains("\"known\"");
            wire.end();
            assertThat(wire.until("\r\n0\r\n\r\n")).isNotNull();
        }
    }

    @Test
    void closesTheDoorWithTheTokenOrTheChannel() throws IOException {
        String page = admin.get(channel).body();
        String revoke = found("action=\"(" + channel + "/tokens/[^\"]+/revoke)\"", page);
        admin.follow(admin.post(revoke));
        assertThat(status()).contains(" 401 ");
        Visitor.Page made = admin.post(channel + "/tokens", "name", "Un autre", "days", "30");
        token = found("<code[^>]*>([^<]+)</code>", admin.follow(made).body());
        assertThat(status()).contains(" 200 ");
        admin.post(channel + "/retire");
        assertThat(status()).contains(" 401 ");
    }

    private String status() throws IOException {
        try (Wire wire = new Wire("Authorization: Bearer " + token + "\r\n")) {
            wire.send(line("2", "Encore"));
            wire.end();
            return wire.until("\r\n");
        }
    }

    private static String line(String id, String text) {
        return """
        {"event":"create","id":"%s","author":{"id":"p1"},"text":"%s",\
        "happenedAt":"2026-03-12T14:05:00Z"}
        """
                .formatted(id, text);
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    /** A request that is sent piece by piece. */
    private final class Wire implements AutoCloseable {
        private final Socket socket = new Socket("127.0.0.1", port);
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Wire(String headers) throws IOException {
            socket.setSoTimeout(60_000);
            write(
                    "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\n"
                            + headers
                            + "Content-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n");
        }

        void send(String body) throws IOException {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            write(Integer.toHexString(length) + "\r\n" + body + "\r\n");
        }

        void end() throws IOException {
            write("0\r\n\r\n");
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        /** What comes, up to these characters; all there is if they don't come. */
        String until(String end) throws IOException {
            StringBuilder read = new StringBuilder();
            while (read.indexOf(end, Math.max(0, read.length() - end.length())) < 0) {
                int c = in.read();
                if (c < 0) {
                    break;
                }
                read.append((char) c);
            }
            return read.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
