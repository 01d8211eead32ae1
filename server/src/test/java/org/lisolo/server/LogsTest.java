package org.lisolo.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.QuickPasswords;
import org.lisolo.server.testing.Databases;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.SmallSmtp;
import org.lisolo.testkit.TestDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day's work, good and bad, at the levels of production; then the log is searched for everything
 * about people that went through the server.
 */
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {
    private static final String PATIENT = "Tshilombo Kapinga";
    private static final String PHONE = "998765432";
    private static final String POST =
            "La patiente "
                    + PATIENT
                    + ", née le 12/03/1988, joignable au +243 "
                    + PHONE
                    + " ou tshilombo@courriel.example, est séropositive.";

    @TempDir Path data;
    private final TestDatabase database = Databases.migrated();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> secret = new ArrayList<>();
    private SmallSmtp smtp;
    private ConfigurableApplicationContext server;
    private Hospital hospital;
    private int port;

    @BeforeEach
    void start() throws IOException {
        smtp = new SmallSmtp();
        server =
                new SpringApplicationBuilder(ServerApplication.class, QuickPasswords.class)
                        .initializers(LogsTest::takeThePostboxAway)
                        .run(
                                "--server.port=0",
                                "--management.server.port=-1",
                                "--lisolo.demo=false",
                                "--spring.datasource.hikari.minimum-idle=0",
                                "--spring.datasource.url=" + database.url(),
                                "--spring.mail.host=localhost",
                                "--spring.mail.port=" + smtp.port(),
                                "--lisolo.data=" + data);
        port = Integer.parseInt(server.getEnvironment().getProperty("local.server.port"));
        hospital =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
        secret.addAll(List.of("Tshilombo", "Kapinga", PHONE, "séropositive", "courriel.example"));
        hospital.staff()
                .values()
                .forEach(
                        person -> {
                            secret.add(person.name());
                            secret.add(person.email());
                            secret.add(person.password());
                        });
        secret.add("hopital.example");
        secret.add("test0-");
    }

    /** Letters go by SMTP here, as in life. */
    private static void takeThePostboxAway(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(
                beans -> ((BeanDefinitionRegistry) beans).removeBeanDefinition("postbox"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        smtp.close();
        database.drop();
    }

    @Test
    void noLineOfTheLogIsAboutAPerson(CapturedOutput output) throws Exception {
        signInsGoodAndBad();
        membersAndTheirLetters();
        Visitor admin = hospital.admin().at(port);
        secret.add(admin.session());
        String token = channelToken(admin);
        secret.add(token);
        postsGoodAndBad(token);
        pagesThatFail(admin);
        badRequests(admin);
        anOutage(token, admin);

        assertThat(output)
                .as("what went wrong was told")
                .contains("incident ", "a letter did not leave", "the database refused an event");
        assertThat(output.toString()).contains("follower ");
        for (String word : secret) {
            assertThat(linesWith(word, output)).as("lines with “" + word + "”").isEmpty();
        }
    }

    private static List<String> linesWith(String word, CapturedOutput output) {
        return output.toString()
                .lines()
                // that of the database which the tests of this JVM share is nobody's log in life
                .filter(line -> !line.contains("EmbeddedPostgres"))
                .filter(line -> line.contains(word))
                .toList();
    }

    private void signInsGoodAndBad() {
        var reader = hospital.reader();
        Visitor.at(port).signIn(reader.email(), "je ne sais plus " + PATIENT);
        Visitor.at(port).signIn("kapinga@courriel.example", "pirogue manioc fleuve 1");
        Visitor.at(port).signIn(reader.email(), reader.password(), "000000");
        secret.add(reader.at(port).session());
        var forgetful = Visitor.at(port);
        forgetful.get("/sign-in/reset");
        forgetful.post("/sign-in/reset", "contact", reader.email());
    }

    private void membersAndTheirLetters() throws Exception {
        var awa = Visitor.at(port);
        awa.get("/sign-up");
        Visitor.Page asked =
                awa.post("/sign-up", "pseudonym", "Kapinga12", "contact", "awa@courriel.example");
        assertThat(asked.location()).as(asked.body()).isPresent();
        String letter = letterTo("awa@courriel.example");
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(letter.replaceAll("(?s).*\n\n", ""));
        assertThat(code.find()).as(letter).isTrue();
        secret.add(code.group());
        String ticket = asked.location().orElseThrow().replaceFirst(".*ticket=", "");
        awa.get(asked.location().orElseThrow());
        awa.post("/code", "ticket", ticket, "code", "000000");
        assertThat(awa.post("/code", "ticket", ticket, "code", code.group()).status())
                .isEqualTo(302);
        String reset = letterTo(hospital.reader().email());
        Matcher link = Pattern.compile("link=3?D?([\\w-]{20,})").matcher(reset);
        assertThat(link.find()).as(reset).isTrue();
        secret.add(link.group(1).substring(0, 20));

        smtp.knowNobody(true);
        var nobody = Visitor.at(port);
        nobody.get("/sign-up");
        nobody.post("/sign-up", "pseudonym", "Inconnue", "contact", "nobody@courriel.example");
        awaitNoted("select count(*) from people.letter where tries > 0");
        smtp.knowNobody(false);
        smtp.refuse(true);
        var later = Visitor.at(port);
        later.get("/sign-up");
        later.post("/sign-up", "pseudonym", "Plustard", "contact", "later@courriel.example");
        awaitNoted("select count(*) - 1 from people.letter where tries > 0");
        smtp.close();
        var never = Visitor.at(port);
        never.get("/sign-up");
        never.post("/sign-up", "pseudonym", "Jamais", "contact", "never@courriel.example");
        awaitNoted("select count(*) - 2 from people.letter where tries > 0");
    }

    private String letterTo(String address) throws InterruptedException {
        for (int i = 0; i < 750; i++) {
            for (String letter : smtp.taken()) {
                if (letter.contains(address)) {
                    return letter;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError(
                "no letter to "
                        + address
                        + "; these wait: "
                        + server.getBean(JdbcClient.class)
                                .sql("select way, tries, failure from people.letter")
                                .query()
                                .listOfRows());
    }

    private void awaitNoted(String query) throws InterruptedException {
        for (int i = 0; i < 750; i++) {
            if (server.getBean(JdbcClient.class).sql(query).query(Long.class).single() > 0) {
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError(query);
    }

    private static String channelToken(Visitor admin) {
        admin.get("/work/channels/new");
        String channel =
                admin.post(
                                "/work/channels/new",
                                "name",
                                "Import",
                                "kind",
                                "lisolo",
                                "visibility",
                                "organisation")
                        .location()
                        .orElseThrow();
        admin.get(channel);
        Visitor.Page made = admin.post(channel + "/tokens", "name", "Import", "days", "30");
        Matcher shown =
                Pattern.compile("<code[^>]*>([^<]+)</code>").matcher(admin.follow(made).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private void postsGoodAndBad(String token) throws Exception {
        assertThat(send(token, event(POST)).body()).contains("\"accepted\"");
        send(token, event(POST).replace("\"create\"", "\"" + PATIENT + "\""));
        send(token, "{\"event\":\"create\",\"id\":\"" + PATIENT + "\n" + POST);
        send(token, event(POST).replace("2026-03-12T14:05:00Z", PATIENT));
        send(token + "x", event(POST));
        execute("alter table message.content add constraint no check (text not like '%interdit%')");
        assertThat(send(token, event(POST + " interdit")).body()).doesNotContain("\"accepted\"");

        execute("alter table archive.document rename to elsewhere");
        send(token, event(POST));
        long size = server.getBean(Log.class).size();
        while (server.getBean(Log.class).size() < size) {
            Thread.sleep(20);
        }
        Thread.sleep(1_500);
    }

    /** While the index is not there. */
    private void pagesThatFail(Visitor admin) {
        assertThat(admin.get("/work/archive?q=Tshilombo").status()).isEqualTo(500);
        assertThat(admin.get("/search?q=Tshilombo+" + PHONE).status()).isEqualTo(500);
        execute("alter table archive.elsewhere rename to document");
        execute(
                """
                create function people.fails() returns trigger language plpgsql as $$
                begin raise exception 'no room for Tshilombo Kapinga, %', new; end $$
                """);
        execute(
                """
                create trigger fails before insert on people.data_request
                for each row execute function people.fails()
                """);
        var asker = Visitor.at(port);
        asker.get("/data-request");
        asker.post(
                "/data-request",
                "kind",
                "access",
                "name",
                PATIENT,
                "contact",
                "tshilombo@courriel.example",
                "text",
                POST);
        admin.get("/work/people/invite");
        admin.post(
                "/work/people/invite",
                "name",
                PATIENT,
                "email",
                "kapinga@courriel.example",
                "roles",
                "READER");
    }

    private void badRequests(Visitor admin) throws IOException {
        raw("GET /search?q=Tshilombo|Kapinga<> HTTP/1.1\r\nHost: localhost");
        raw("GET /search?q=Tshilombo%zz HTTP/1.1\r\nHost: localhost");
        raw(
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: SESSION="
                        + admin.session()
                        + "\u0001;=x");
        raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Tshilombo Kapinga: " + PHONE);
        raw("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: Tshilombo");
    }

    private void raw(String head) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String request = head + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        }
    }

    private void anOutage(String token, Visitor admin) throws Exception {
        for (int i = 0; i < 3; i++) {
            database.cutConnections();
            send(token, event(POST));
            admin.get("/work/archive?q=Tshilombo");
        }
        Thread.sleep(1_000);
    }

    private void execute(String sql) {
        server.getBean(JdbcClient.class).sql(sql).update();
    }

    private static String event(String text) {
        return """
        {"event":"create","id":"%s","author":{"id":"p1","name":"%s","handle":"kapinga12"},"text":"%s",\
        "happenedAt":"2026-03-12T14:05:00Z"}
        """
                .formatted(UUID.randomUUID(), PATIENT, text);
    }

    private HttpResponse<String> send(String token, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
