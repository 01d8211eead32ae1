package org.lisolo.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.publishing.Newsroom.fields;
import static org.lisolo.server.publishing.Newsroom.until;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From the library to the public, through the gate, and nothing by any other way. */
@ServerTest
class PublishingTest {
    private static final String PIECE = "Choléra : agir vite";

    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Erasures erasures;
    @Autowired JdbcClient jdbc;

    private Newsroom newsroom;
    private Hospital hospital;
    private Visitor writer;

    @BeforeEach
    void openANewsroom() {
        hospital = Hospital.open(organisations, accounts);
        newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        writer = newsroom.as(Role.COMMUNICATOR);
    }

    private String news() {
        return "/news/" + hospital.id();
    }

    private boolean isPublic(String words) {
        return Visitor.at(port).get(news()).text().contains(words);
    }

    private String begin() {
        writer.get("/work/posts");
        return writer.post("/work/posts").location().orElseThrow();
    }

    private Visitor.Page ask(String post, String... others) {
        return writer.post(post + "/ask", fields(writer, post, others));
    }

    private String[] version(Visitor reader, String post) {
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"")
                        .matcher(reader.get(post).body());
        return new String[] {"version", version.find() ? version.group(1) : "0"};
    }

    @Test
    void aPieceIsSaidAsItIsOnlyAfterAVerifiedClinicianHasSignedIt() throws Exception {
        String piece = Newsroom.piece(writer, "cholera agir");
        assertThat(writer.get(piece).text()).contains("Non relue");
        assertThat(writer.post(piece + "/use", "language", "fr", "variant", "full").status())
                .isEqualTo(409);
        assertThat(
                        writer.post(piece + "/sign", "version", "1", "months", "12", "read", "yes")
                                .status())
                .isEqualTo(403);

        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        assertThat(doctor.get(piece).text()).contains("Signer cette version");
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
        assertThat(doctor.get(piece).text()).contains("Relue et signée par Lukusa Mbaya Aimée");

        writer.get(piece);
        String post =
                writer.post(piece + "/use", "language", "fr", "variant", "full")
                        .location()
                        .orElseThrow();
        assertThat(writer.get(post).text()).contains("Rien n’empêche de publier");
        ask(post);
        until(() -> isPublic(PIECE));
        assertThat(writer.get(piece).text()).contains("Utilisée une fois");
    }

    @Test
    void aChangedPieceHasToBeApprovedAnew() {
        String piece = Newsroom.piece(writer, "cholera agir");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
        writer.get(piece);
        String post =
                writer.post(piece + "/use", "language", "fr", "variant", "full")
                        .location()
                        .orElseThrow();
        assertThat(writer.follow(ask(post, "title", "Un autre titre")).text())
                .contains("L’approbation est demandée");
        assertThat(isPublic("Un autre titre")).isFalse();
    }

    @Test
    void aDraftThatNamesAPatientLeavesByNoDoor() throws Exception {
        String post = begin();
        String text =
                "Notre patiente Béatrice Kalonji, 34 ans, a guéri. Appelez-la au +243 812 345 678.";
        Visitor.Page check = writer.post(post + "/check", fields(writer, post, "text", text));
        assertThat(check.text())
                .contains("Ce texte ne peut pas partir tel quel")
                .contains("ces mots désignent une personne");

        ask(post, "text", text, "considered", "on");
        assertThat(writer.get(post).text()).contains("Attend une approbation");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.post(post + "/approve", version(doctor, post));
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        assertThat(compliance.post(post + "/approve", version(compliance, post)).status())
                .isEqualTo(422);
        assertThat(writer.post(post + "/say").status()).isEqualTo(422);
        assertThat(isPublic("Kalonji")).isFalse();
        assertThat(
                        jdbc.sql("select count(*) from message.outgoing where organisation = ?")
                                .param(hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void onlyComplianceLetsThroughWhatIsStoppedAndTheReasonIsKept() throws Exception {
        String post = begin();
        ask(post, "text", "Bienvenue à Béatrice Kalonji, notre nouvelle directrice.");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.post(post + "/approve", version(doctor, post));
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        while (true) {
            Visitor.Page page = compliance.get(post);
            Matcher finding =
                    Pattern.compile("name=\"finding\" value=\"([^\"]+)\"").matcher(page.body());
            if (!finding.find()) {
                break;
            }
            String[] version = version(compliance, post);
            assertThat(
                            writer.post(
                                            post + "/overrule",
                                            "version",
                                            version[1],
                                            "finding",
                                            finding.group(1),
                                            "reason",
                                            "x")
                                    .status())
                    .isEqualTo(403);
            Visitor.Page done =
                    compliance.post(
                            post + "/overrule",
                            "version",
                            version[1],
                            "finding",
                            finding.group(1),
                            "reason",
                            "Elle l’a accepté par écrit");
            assertThat(done.status()).isEqualTo(302);
        }
        compliance.post(post + "/approve", version(compliance, post));
        until(() -> isPublic("Kalonji"));
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from evidence.audit
                                         where organisation = ? and action = 'OVERRULE_GATE'
                                        """)
                                .param(hospital.id().value())
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void whatIsPublicIsCorrectedOnlyAfterANewApproval() throws Exception {
        String post = publish("Notre pharmacie ouvre à 8 heures.");
        writer.post(post + "/back");
        ask(post, "text", "Notre pharmacie ouvre à 7 heures.");
        assertThat(isPublic("8 heures")).isTrue();
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        assertThat(compliance.get(post).text()).contains("<del>8</del><ins>7</ins>");
        compliance.post(post + "/approve", version(compliance, post));
        until(() -> isPublic("7 heures"));
        assertThat(Visitor.at(port).get(news() + "/" + id(post)).text()).contains("Corrigé le");

        writer.get(post);
        writer.post(post + "/take-down");
        until(() -> !isPublic("heures"));
        assertThat(Visitor.at(port).get(news() + "/" + id(post)).status()).isEqualTo(404);
    }

    /** What is typed is kept on the way; its answer may come after somebody has pressed. */
    @Test
    void wordsThatWereJustKeptAreNoConflictAndOthersAre() {
        String post = begin();
        String[] seen = fields(writer, post, "text", "La pharmacie ouvre à huit heures.");
        writer.post(post + "/check", seen);
        assertThat(writer.post(post + "/ask", seen).status()).isEqualTo(302);

        String other = begin();
        String[] before = fields(writer, other, "text", "La pharmacie ouvre à sept heures.");
        writer.post(other + "/check", fields(writer, other, "text", "Elle ouvre à neuf heures."));
        Visitor.Page refused = writer.post(other + "/ask", before);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("a changé entre-temps", "à sept heures");
    }

    @Test
    void nobodyApprovesTheirOwnWords() {
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get("/work/posts");
        String post = doctor.post("/work/posts").location().orElseThrow();
        doctor.post(
                post + "/ask",
                fields(
                        doctor,
                        post,
                        "text",
                        "Le vaccin est efficace.",
                        "sources",
                        "Vaccins | OMS | 2024",
                        "topic",
                        "vaccination"));
        assertThat(doctor.post(post + "/approve", version(doctor, post)).status()).isEqualTo(403);
    }

    @Test
    void aBlankAClaimAndADoseAreCaught() {
        String post = begin();
        assertThat(
                        writer.post(
                                        post + "/check",
                                        fields(
                                                writer,
                                                post,
                                                "text",
                                                "Ce remède guérit le choléra. Prenez 500 mg."
                                                        + " Appelez le [téléphone]."))
                                .text())
                .contains("C’est une affirmation médicale")
                .contains("Une quantité de médicament")
                .contains("reste à remplir");
        assertThat(ask(post, "text", "Ouvert : [heures].").status()).isEqualTo(422);
    }

    @Test
    void aHealthDayWithADateAndAPlaceIsNothingToStop() {
        String post = begin();
        assertThat(
                        writer.post(
                                        post + "/check",
                                        fields(
                                                writer,
                                                post,
                                                "text",
                                                "Journée de vaccination le 12 mars 2027 à 9 heures,"
                                                        + " à l’hôpital."))
                                .text())
                .contains("Rien n’empêche de publier");
    }

    @Test
    void whatIsApprovedTooLateIsNotSentSilently() {
        String post = begin();
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        ask(post, "text", "Réunion demain.", "day", tomorrow.toString(), "time", "09:00");
        jdbc.sql("update publishing.post set wanted_at = now() - interval '1 hour' where id = ?")
                .param(UUID.fromString(id(post)))
                .update();
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        compliance.post(post + "/approve", version(compliance, post));
        assertThat(writer.get(post).text()).contains("Rien n’est parti");
        assertThat(writer.get("/work").text()).contains("Approuvée trop tard");
        assertThat(isPublic("Réunion")).isFalse();
        writer.get(post);
        assertThat(writer.follow(writer.post(post + "/say")).text()).contains("C’est parti");
    }

    @Test
    void isSaidWhenItsTimeHasCome() throws Exception {
        String post = begin();
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        ask(post, "text", "Portes ouvertes.", "day", tomorrow.toString(), "time", "09:00");
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        compliance.post(post + "/approve", version(compliance, post));
        assertThat(isPublic("Portes ouvertes")).isFalse();
        jdbc.sql(
                        """
                        update publishing.post set wanted_at = now() - interval '1 second',
                               approved_at = now() - interval '1 hour' where id = ?
                        """)
                .param(UUID.fromString(id(post)))
                .update();
        until(() -> isPublic("Portes ouvertes"));
    }

    @Test
    void aPauseHoldsWhatIsPlannedAndAsksAfterwards() throws Exception {
        String post = begin();
        LocalDate tomorrow = LocalDate.now(hospital.admin().signedIn().zone()).plusDays(1);
        ask(post, "text", "Fête de l’hôpital.", "day", tomorrow.toString(), "time", "09:00");
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        compliance.post(post + "/approve", version(compliance, post));
        assertThat(writer.get("/work/calendar?day=" + tomorrow).text())
                .contains("Fête de l’hôpital");
        compliance.get("/work/calendar");
        assertThat(compliance.post("/work/calendar/pause").status()).isEqualTo(422);
        compliance.post("/work/calendar/pause", "reason", "Accident grave");
        jdbc.sql(
                        """
                        update publishing.post set wanted_at = now() - interval '1 second',
                               approved_at = now() - interval '1 hour' where id = ?
                        """)
                .param(UUID.fromString(id(post)))
                .update();
        assertThat(writer.get("/work/calendar").text()).contains("Accident grave");
        String now = publish("Un accident a eu lieu. Nous soignons tout le monde.");
        assertThat(now).isNotEqualTo(post);
        assertThat(isPublic("Fête")).isFalse();
        compliance.get("/work/calendar");
        compliance.post("/work/calendar/go-on");
        assertThat(writer.get(post).text()).contains("Rien n’est parti");
        assertThat(writer.get("/work").text()).contains("Approuvée trop tard");
        assertThat(isPublic("Fête")).isFalse();
    }

    @Test
    void theSiteTellsFeedsAndSearchEngines() throws Exception {
        String post = publish("Consultations le samedi <matin> & soir.");
        Visitor stranger = Visitor.at(port);
        for (String format : new String[] {"rss", "atom", "json"}) {
            Visitor.Page feed = stranger.get(news() + "/feed/" + format);
            assertThat(feed.status()).isEqualTo(200);
            assertThat(feed.body()).contains("/news/" + hospital.id() + "/" + id(post));
        }
        assertThat(stranger.get(news() + "/feed/rss").body()).contains("&lt;matin&gt; &amp; soir");
        assertThat(stranger.get(news() + "/" + id(post)).body())
                .contains("application/ld+json")
                .contains("\"@type\":\"NewsArticle\"")
                .contains("\\u003cmatin\\u003e");
        assertThat(stranger.get(news() + "/topics/organisation").text()).contains("samedi");
        assertThat(stranger.get(news() + "/topics/cholera").text()).doesNotContain("samedi");
        assertThat(stranger.get(news() + "/feed/exe").status()).isEqualTo(404);
        assertThat(stranger.get("/news").text()).contains("samedi");
    }

    @Test
    void anErasureReachesTheWordsOfPosts() throws Exception {
        // letters alone: a number could be somebody's by chance, and the gate would stop it
        StringBuilder word = new StringBuilder("zq");
        for (char sign : UUID.randomUUID().toString().replace("-", "").toCharArray()) {
            word.append((char) ('a' + Character.digit(sign, 16)));
        }
        String post = publish("Un mot de trop : " + word);
        UUID message =
                jdbc.sql("select message from message.outgoing where post = ?")
                        .param(UUID.fromString(id(post)))
                        .query(UUID.class)
                        .single();
        erasures.eraseMessage(
                hospital.id(), new MessageId(message), hospital.compliance().account(), "demande");
        assertThat(
                        jdbc.sql("select count(*) from publishing.post_version where text like ?")
                                .param("%" + word + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
        until(() -> !new WholeDatabase(jdbc).holds(word.toString()));
    }

    private String publish(String text) throws Exception {
        String post = begin();
        ask(post, "text", text);
        Visitor compliance = newsroom.as(Role.COMPLIANCE);
        compliance.post(post + "/approve", version(compliance, post));
        until(() -> Visitor.at(port).get(news() + "/" + id(post)).status() == 200);
        return post;
    }

    private static String id(String post) {
        return post.substring(post.lastIndexOf('/') + 1);
    }
}
