package org.lisolo.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@ServerTest
class PersonalTokensTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;

    Hospital hospital;
    Hospital.Person owner;
    Visitor browser;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        owner = hospital.compliance();
        browser = owner.at(port);
    }

    private String make(String... scopes) {
        browser.get("/work/tokens");
        var fields =
                new java.util.ArrayList<>(
                        java.util.List.of("name", "Rapport du lundi", "days", "30"));
        for (String scope : scopes) {
            fields.addAll(java.util.List.of("scopes", scope));
        }
        var page = browser.follow(browser.post("/work/tokens", fields.toArray(String[]::new)));
        Matcher token = Pattern.compile("(lisolo_[\\w-]{43})").matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        return token.group(1);
    }

    private int status(String method, String path, String token) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        }
    }

    @Test
    void exportsWithinItsScopeAndDoesNothingElse() throws Exception {
        String token = make("EXPORT_ARCHIVE");
        assertThat(status("GET", "/work/archive.csv?q=x&purpose=case&reason=x", token))
                .isEqualTo(200);
        assertThat(status("GET", "/work/alerts.csv", token)).isEqualTo(403);
        for (String path :
                new String[] {
                    "/work", "/work/archive", "/account", "/work/people", "/work/tokens"
                }) {
            assertThat(status("GET", path, token)).as(path).isEqualTo(403);
        }
        assertThat(status("POST", "/work/tokens", token)).isEqualTo(403);
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        String token = make("EXPORT_ARCHIVE");
        assertThat(browser.get("/work/tokens").body())
                .contains("Rapport du lundi")
                .doesNotContain(token);
        assertThat(
                        jdbc.sql("select count(*) from people.token where hash = :hash")
                                .param("hash", Invitations.hash(token))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void endsWithItsTimeAndWithItsOwner() throws Exception {
        String token = make("EXPORT_ARCHIVE");
        jdbc.sql("update people.token set expires = now() where account = :account")
                .param("account", owner.account().value())
                .update();
        assertThat(status("GET", "/work/archive.csv?q=x&purpose=case&reason=x", token))
                .isEqualTo(401);
        assertThat(
                        status(
                                "GET",
                                "/work/archive.csv?q=x&purpose=case&reason=x",
                                "lisolo_" + "x".repeat(43)))
                .isEqualTo(401);

        String another = make("EXPORT_ARCHIVE");
        accounts.changeRoles(owner.account(), hospital.id(), Set.of(Role.READER));
        assertThat(status("GET", "/work/archive.csv?q=x&purpose=case&reason=x", another))
                .isEqualTo(403);
        accounts.endAccess(owner.account(), hospital.id());
        assertThat(status("GET", "/work/archive.csv?q=x&purpose=case&reason=x", another))
                .isEqualTo(401);
    }

    @Test
    void isRevokedByItsOwnerAlone() throws Exception {
        String token = make("EXPORT_ARCHIVE");
        String id =
                jdbc.sql("select id::text from people.token where account = :account")
                        .param("account", owner.account().value())
                        .query(String.class)
                        .single();
        var admin = hospital.admin().at(port);
        admin.get("/work/tokens");
        assertThat(admin.post("/work/tokens/" + id + "/revoke").status()).isEqualTo(404);
        browser.get("/work/tokens");
        browser.post("/work/tokens/" + id + "/revoke");
        assertThat(status("GET", "/work/archive.csv?q=x&purpose=case&reason=x", token))
                .isEqualTo(401);
    }

    @Test
    void givesNoMoreThanItsOwnerMay() {
        browser.get("/work/tokens");
        for (String scope : new String[] {"CHANGE_ROLES", "SEE_ALERTS", "nonsense"}) {
            assertThat(
                            browser.post("/work/tokens", "name", "x", "days", "30", "scopes", scope)
                                    .status())
                    .as(scope)
                    .isEqualTo(422);
        }
        assertThat(
                        browser.post(
                                        "/work/tokens",
                                        "name",
                                        "x",
                                        "days",
                                        "400",
                                        "scopes",
                                        "EXPORT_ARCHIVE")
                                .status())
                .isEqualTo(422);
    }
}
