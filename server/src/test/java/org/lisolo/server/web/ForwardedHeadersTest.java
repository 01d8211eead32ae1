package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lisolo.server.ServerApplication;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.QuickPasswords;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.testing.FreshServer;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Whoever says in a header that they come from elsewhere, by TLS, or by another name is believed
 * only where the settings name them as a proxy.
 */
@ServerTest
class ForwardedHeadersTest {
    private static final String ELSEWHERE = "203.0.113.77";

    private static ConfigurableApplicationContext behindAProxy;

    @LocalServerPort int port;
    @Autowired ApplicationContext here;

    @BeforeAll
    static void startBehindAProxy() {
        behindAProxy =
                new SpringApplicationBuilder(
                                ServerApplication.class, QuickPasswords.class, Postbox.class)
                        .initializers(new FreshServer())
                        .run(
                                "--server.port=0",
                                "--lisolo.demo=false",
                                "--lisolo.proxies=127.0.0.0/8,::1");
    }

    @AfterAll
    static void stop() {
        behindAProxy.close();
    }

    private Hospital hospital;

    private Visitor someone(ApplicationContext server) {
        hospital =
                Hospital.open(server.getBean(Organisations.class), server.getBean(Accounts.class));
        return forging(Visitor.at(port(server)));
    }

    private int port(ApplicationContext server) {
        return server == here
                ? port
                : Integer.parseInt(server.getEnvironment().getProperty("local.server.port"));
    }

    private static Visitor forging(Visitor visitor) {
        return visitor.with("X-Forwarded-For", ELSEWHERE)
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Port", "443")
                .with("X-Real-IP", ELSEWHERE)
                .with("Forwarded", "for=" + ELSEWHERE + ";proto=https;host=evil.example");
    }

    private Visitor signedIn(ApplicationContext server) {
        Visitor visitor = someone(server);
        var compliance = hospital.compliance();
        visitor.signIn(compliance.email(), compliance.password(), compliance.code());
        return visitor;
    }

    private static long addressesCounted(ApplicationContext server) {
        return server.getBean(JdbcClient.class)
                .sql("select count(distinct subject) from people.attempt")
                .query(Long.class)
                .single();
    }

    private long addressesOfTwoGuesses(ApplicationContext server) {
        server.getBean(JdbcClient.class).sql("delete from people.attempt").update();
        for (String from : List.of("198.51.100.1", "198.51.100.2")) {
            Visitor.at(port(server))
                    .with("X-Forwarded-For", from)
                    .signIn(UUID.randomUUID() + "@hopital.example", "pirogue manioc fleuve 1");
        }
        // two accounts, and the addresses they were tried from
        return addressesCounted(server) - 2;
    }

    @Test
    void theTrailSaysFromWhereARequestReallyCame() {
        Visitor visitor = signedIn(here);
        visitor.get("/work/holds");
        String trail = visitor.get("/work/trail").text();
        assertThat(trail).contains("127.0.0.1").doesNotContain(ELSEWHERE);
    }

    @Test
    void nobodyGuessesMoreOftenByNamingOtherAddresses() {
        assertThat(addressesOfTwoGuesses(here)).isEqualTo(1);
        assertThat(addressesOfTwoGuesses(behindAProxy)).isEqualTo(2);
    }

    @Test
    void lettersLinksAndRedirectsLeadToNoForgedHost() throws Exception {
        Visitor visitor = someone(here);
        assertThat(visitor.get("/work").location().orElseThrow()).startsWith("/sign-in");
        visitor.get("/sign-in/reset");
        visitor.post("/sign-in/reset", "contact", hospital.reader().email());
        String letter = here.getBean(Postbox.class).await(hospital.reader().email()).body();
        assertThat(letter).contains("/sign-in/reset/new?link=").doesNotContain("evil.example");

        var admin = hospital.admin();
        visitor.signIn(admin.email(), admin.password(), admin.code());
        visitor.get("/work/people/invite");
        Visitor.Page invited =
                visitor.post(
                        "/work/people/invite",
                        "name",
                        "Kanku Esther",
                        "email",
                        UUID.randomUUID() + "@hopital.example",
                        "roles",
                        "READER");
        assertThat(visitor.follow(invited).text())
                .contains("/welcome?link=")
                .doesNotContain("evil.example");
        assertThat(visitor.get("/directory").body()).doesNotContain("evil.example");
    }

    @Test
    void anHttpPageIsNoHttpsPageBecauseAHeaderSaysSo() {
        Visitor visitor = someone(here);
        Visitor.Page page = visitor.get("/sign-in");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void aProxyThatIsNamedIsBelieved() throws IOException {
        Visitor.Page page = someone(behindAProxy).get("/sign-in");
        assertThat(page.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("max-age=").doesNotContain("Sub"));
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");

        Visitor plain = forgingOnlyTheAddress();
        plain.get("/work/holds");
        assertThat(plain.get("/work/trail").text()).contains(ELSEWHERE);
        assertThat(
                        raw(
                                port(behindAProxy),
                                "GET /directory HTTP/1.1",
                                "X-Forwarded-Host: lisolo.hopital.example",
                                "X-Forwarded-Proto: https"))
                .contains("https://lisolo.hopital.example/directory");
    }

    /** Of a chain of addresses, the last one that is no proxy counts: the rest anyone can write. */
    private Visitor forgingOnlyTheAddress() {
        hospital =
                Hospital.open(
                        behindAProxy.getBean(Organisations.class),
                        behindAProxy.getBean(Accounts.class));
        Visitor visitor =
                Visitor.at(port(behindAProxy))
                        .with("X-Forwarded-For", "192.0.2.1, " + ELSEWHERE + ", 127.0.0.9");
        var compliance = hospital.compliance();
        visitor.signIn(compliance.email(), compliance.password(), compliance.code());
        return visitor;
    }

    @Test
    void whatIsNoAddressIsRefusedAtTheStart() {
        for (String wrong : List.of("proxy.example", "10.0.0.0/0", "10.0.0.0/33", ".*")) {
            assertThatThrownBy(
                            () ->
                                    new SpringApplicationBuilder(ServerApplication.class)
                                            .initializers(new FreshServer())
                                            .run(
                                                    "--lisolo.demo=false",
                                                    "--lisolo.proxies=" + wrong))
                    .as(wrong)
                    .isInstanceOf(StartRefused.class);
        }
    }

    private static String raw(int port, String... lines) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            String request =
                    String.join("\r\n", lines) + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
