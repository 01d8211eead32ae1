package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Postbox;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Deadlines, those who may step in after them, and remarks on what is to be approved. */
@ServerTest
class ApprovalTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Postbox postbox;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Visitor writer;
    private Visitor compliance;
    private Visitor admin;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        writer = as(Role.COMMUNICATOR);
        compliance = as(Role.COMPLIANCE);
        admin = as(Role.ADMIN);
    }

    private Visitor as(Role role) {
        Visitor visitor = hospital.staff().get(role).at(port);
        visitor.get("/account");
        return visitor;
    }

    private void reserve(String hours, String role, String person) {
        admin.get("/work/approval");
        assertThat(
                        admin.post(
                                        "/work/approval",
                                        "ordinary1",
                                        "COMPLIANCE",
                                        "raised1",
                                        "COMPLIANCE",
                                        "hours",
                                        hours,
                                        "reserveRole",
                                        role,
                                        "reserve",
                                        person)
                                .status())
                .isEqualTo(302);
    }

    private String ask(String text) {
        writer.get("/work/posts");
        String post = writer.post("/work/posts").location().orElseThrow();
        writer.post(post + "/ask", fields(writer, post, "text", text));
        assertThat(writer.get(post).text()).contains("Attend une approbation");
        return post;
    }

    private static UUID id(String post) {
        return UUID.fromString(post.substring(post.lastIndexOf('/') + 1));
    }

    private void letTheDeadlinePass(String post) {
        jdbc.sql(
                        """
                        update publishing.post_deadline set due_at = now() - interval '1 minute'
                         where post = ?
                        """)
                .param(id(post))
                .update();
    }

    private int approve(Visitor who, String post) {
        who.get(post);
        return who.post(post + "/approve", "version", "1").status();
    }

    @Test
    void theReserveMayAgreeOnlyAfterTheDeadline() {
        reserve("4", "ADMIN", "");
        assertThat(admin.get("/work/approval").body()).contains("value=\"4\" selected");
        String post = ask("La cantine ouvre à midi.");
        assertThat(writer.get(post).text()).contains("Réponse attendue avant le");
        assertThat(approve(admin, post)).isEqualTo(403);
        assertThat(admin.get("/work").text()).doesNotContain("La cantine ouvre");
        letTheDeadlinePass(post);
        assertThat(admin.get("/work").text()).contains("La cantine ouvre");
        assertThat(admin.get(post).text()).contains("Le délai est dépassé");
        assertThat(approve(admin, post)).isEqualTo(302);
        assertThat(writer.get(post).text()).contains("approuvée (Administrat");
    }

    @Test
    void whoeverWasToAgreeStillMayAndAPersonCanBeTheReserve() {
        Hospital.Person doctor = hospital.staff().get(Role.PROFESSIONAL);
        reserve("1", "", doctor.account().toString());
        String first = ask("Un.");
        String second = ask("Deux.");
        letTheDeadlinePass(first);
        letTheDeadlinePass(second);
        assertThat(approve(compliance, first)).isEqualTo(302);
        assertThat(approve(admin, second)).isEqualTo(403);
        assertThat(approve(as(Role.PROFESSIONAL), second)).isEqualTo(302);
    }

    @Test
    void nobodyStepsInForTheirOwnWords() {
        reserve("1", "COMMUNICATOR", "");
        String post = ask("Trois.");
        letTheDeadlinePass(post);
        assertThat(approve(writer, post)).isEqualTo(403);
    }

    @Test
    void theReserveIsToldByALetterWithoutTheWords() {
        reserve("1", "ADMIN", "");
        String post = ask("Quatre choses à dire.");
        letTheDeadlinePass(post);
        Postbox.Received letter = postbox.await(hospital.admin().email(), Duration.ofSeconds(60));
        assertThat(letter.subject()).isEqualTo("Une publication attend une approbation");
        assertThat(letter.body()).contains("le délai est dépassé").doesNotContain("Quatre");
    }

    @Test
    void aReserveNeedsADeadlineAndOnlyPeopleOfTheHouseAreOffered() {
        Hospital other = Hospital.open(organisations, accounts);
        admin.get("/work/approval");
        String stranger = other.compliance().account().toString();
        Visitor.Page page =
                admin.post(
                        "/work/approval",
                        "raised1",
                        "COMPLIANCE",
                        "hours",
                        "4",
                        "reserve",
                        stranger);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choisissez qui peut approuver à la place");
        assertThat(page.body()).doesNotContain(stranger);
    }

    @Test
    void aRemarkIsBoundToAPassageOfAVersionAndIsSeenTo() {
        String post = ask("La cantine ouvre à midi. Elle ferme à deux heures.");
        compliance.get(post);
        Visitor.Page wrong =
                compliance.post(
                        post + "/remarks",
                        "version",
                        "1",
                        "passage",
                        "à treize heures",
                        "remark",
                        "Vraiment ?");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Vraiment ?").contains("id=\"error-passage\"");
        compliance.post(
                post + "/remarks",
                "version",
                "1",
                "passage",
                "à deux heures",
                "remark",
                "Depuis mars, à trois heures.");
        String page = writer.get(post).body();
        assertThat(page).contains("<mark>à deux heures</mark>").contains("Depuis mars");
        compliance.get(post);
        compliance.post(post + "/changes", "note", "Voir la remarque.");
        writer.post(
                post + "/check",
                fields(
                        writer,
                        post,
                        "text",
                        "La cantine ouvre à midi. Elle ferme à trois heures."));
        assertThat(writer.get(post).text()).contains("ce passage a changé");
        assertThat(writer.get(post + "/versions/2").text())
                .contains("<del>deux</del><ins>trois</ins>");
        assertThat(writer.get(post + "/versions/1").text()).contains("Elle ferme à deux heures");
        assertThat(writer.get(post + "/versions/9").status()).isEqualTo(404);
        Matcher resolve = Pattern.compile("action=\"([^\"]+/resolve)\"").matcher(page);
        assertThat(resolve.find()).isTrue();
        writer.post(resolve.group(1));
        assertThat(writer.get(post).text())
                .contains("réglée par Nzuzi Matondo Awa")
                .contains("Rouvrir");
    }

    @Test
    void hashtagsThatAreInUseAreOffered() {
        String post = ask("Venez samedi. #SantéPourTous, #Matete2027 !");
        assertThat(approve(compliance, post)).isEqualTo(302);
        writer.get("/work/posts");
        String next = writer.post("/work/posts").location().orElseThrow();
        assertThat(writer.get(next).body())
                .contains("data-hashtag lang=\"\">#SantéPourTous<")
                .contains("#Matete2027<");
        Hospital other = Hospital.open(organisations, accounts);
        Visitor stranger = other.communicator().at(port);
        stranger.get("/work/posts");
        String theirs = stranger.post("/work/posts").location().orElseThrow();
        assertThat(stranger.get(theirs).body()).doesNotContain("Matete2027");
    }

    @Test
    void remarksAreForThoseOfTheHouse() {
        String post = ask("La cantine ouvre à midi.");
        Hospital other = Hospital.open(organisations, accounts);
        Visitor stranger = other.compliance().at(port);
        stranger.get("/account");
        assertThat(
                        stranger.post(
                                        post + "/remarks",
                                        "version",
                                        "1",
                                        "passage",
                                        "midi",
                                        "remark",
                                        "x")
                                .status())
                .isEqualTo(404);
        compliance.get(post);
        compliance.post(
                post + "/remarks", "version", "1", "passage", "midi", "remark", "Treize heures ?");
        String remark =
                jdbc.sql("select id from publishing.post_remark where post = ?")
                        .param(id(post))
                        .query(UUID.class)
                        .single()
                        .toString();
        assertThat(stranger.get(post + "/versions/1").status()).isEqualTo(404);
        assertThat(stranger.post(post + "/remarks/" + remark + "/resolve").status()).isEqualTo(404);
        Visitor doctor = as(Role.PROFESSIONAL);
        doctor.get(post);
        assertThat(doctor.post(post + "/remarks/" + remark + "/resolve").status()).isEqualTo(302);
    }
}
