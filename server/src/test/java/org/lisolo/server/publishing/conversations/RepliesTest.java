package org.lisolo.server.publishing.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.Erasures;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.monitoring.Ward;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.verification.NewVerifications;
import org.lisolo.server.publishing.Newsroom;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.testing.FakeNetwork;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers leave through the gate, on the channel of what they answer, and by no other door. */
@ServerTest
class RepliesTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewVerifications verifications;
    @Autowired Library library;
    @Autowired Channels channels;
    @Autowired FakeNetwork network;
    @Autowired Inbox inbox;
    @Autowired Erasures erasures;
    @Autowired JdbcClient jdbc;

    private final String word = "kw" + UUID.randomUUID().toString().replace("-", "");
    private Hospital hospital;
    private Channel page;
    private Visitor awa;

    @BeforeEach
    void openAHospital() {
        hospital = Hospital.open(organisations, accounts);
        page = network.open(hospital.id());
        awa = hospital.communicator().at(port);
    }

    private Said question() {
        return Said.in(hospital.id())
                .on(page.id())
                .by("bijou " + word)
                .at(Instant.now().minusSeconds(60))
                .text("À quelle heure ouvre la maternité " + word + " ?");
    }

    private String asked(Said said) throws InterruptedException {
        inbox.accept(List.of(said.arrival()));
        Ward.until(() -> !paths().isEmpty());
        return paths().getFirst();
    }

    private List<String> paths() {
        return jdbc.sql(
                        """
                        select '/work/conversations/' || id from publishing.conversation
                         where organisation = ?
                        """)
                .param(hospital.id().value())
                .query(String.class)
                .list();
    }

    private String state() {
        return jdbc.sql("select state from publishing.conversation where organisation = ?")
                .param(hospital.id().value())
                .query(String.class)
                .single();
    }

    /** The form's hidden fields as its page has them, with others. */
    private static String[] fields(Visitor writer, String talk, String... others) {
        String body = writer.get(talk).body();
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        Matcher form = Pattern.compile("(?s)id=\"post-form\".*?</form>").matcher(body);
        assertThat(form.find()).as(body).isTrue();
        hidden(form.group(), fields);
        Matcher edition =
                Pattern.compile("<input type=\"hidden\" name=\"edition\"[^>]*>").matcher(body);
        if (edition.find()) {
            hidden(edition.group(), fields);
        }
        for (int i = 0; i < others.length; i += 2) {
            fields.put(others[i], others[i + 1]);
        }
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> flat.addAll(List.of(name, value)));
        return flat.toArray(String[]::new);
    }

    private static void hidden(String html, Map<String, String> fields) {
        Matcher input = Pattern.compile("<input type=\"hidden\"([^>]*)>").matcher(html);
        while (input.find()) {
            Matcher name = Pattern.compile("name=\"([^\"]*)\"").matcher(input.group(1));
            Matcher value = Pattern.compile("value=\"([^\"]*)\"").matcher(input.group(1));
            if (name.find() && !name.group(1).startsWith("_")) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
    }

    private Visitor.Page send(Visitor writer, String talk, String... more) {
        return writer.post(talk + "/reply/send", fields(writer, talk, more));
    }

    @Test
    void anAnswerLeavesOnTheChannelOfWhatItAnswersAndComesBackIntoTheConversation()
            throws Exception {
        Said question = question();
        String talk = asked(question);
        Visitor.Page sent = send(awa, talk, "text", "Bonjour, elle ouvre à 8 heures.");
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        Ward.until(() -> network.arrived(page).size() == 1);
        var what = network.arrived(page).getFirst().what();
        assertThat(what.text()).isEqualTo("Bonjour, elle ouvre à 8 heures.");
        assertThat(what.replyTo()).isEqualTo(question.networkId());
        Ward.until(() -> state().equals("ANSWERED"));
        assertThat(awa.get(talk).text())
                .contains("Bonjour, elle ouvre à 8 heures.")
                .contains("a écrit une réponse")
                .contains("La réponse de l’établissement est arrivée");
        assertThat(Visitor.at(port).get("/news/" + hospital.id()).text())
                .doesNotContain("elle ouvre à 8 heures");
        assertThat(awa.get("/work/posts?state=sent").text())
                .doesNotContain("elle ouvre à 8 heures");
        assertThat(paths()).hasSize(1);
    }

    @Test
    void anAnswerThatNamesAPatientCannotLeave() throws Exception {
        String talk = asked(question());
        String text = "Béatrice Kalonji, 34 ans, va mieux. Son numéro est +243 812 345 678.";
        Visitor.Page check = awa.post(talk + "/reply/check", fields(awa, talk, "text", text));
        assertThat(check.text())
                .contains("Ce texte ne peut pas partir tel quel")
                .contains("ces mots désignent une personne");
        send(awa, talk, "text", text, "considered", "on");
        assertThat(awa.get(talk).text()).contains("Attend une approbation");
        Visitor compliance = hospital.compliance().at(port);
        String post = post();
        assertThat(compliance.get(post).text()).contains("Cette publication répond à quelqu’un");
        assertThat(compliance.post(post + "/approve", "version", "1").status()).isEqualTo(422);
        assertThat(awa.post(post + "/say").status()).isEqualTo(422);
        assertThat(network.arrived(page)).isEmpty();
        assertThat(state()).isEqualTo("OPEN");
    }

    private String post() {
        return "/work/posts/"
                + jdbc.sql(
                                """
                                select r.post from publishing.reply r
                                  join publishing.post p on p.id = r.post
                                 where p.organisation = ? order by r.post desc limit 1
                                """)
                        .param(hospital.id().value())
                        .query(UUID.class)
                        .single();
    }

    @Test
    void wordsThatConfirmCareAreStoppedInAnAnswerAndNotElsewhere() throws Exception {
        String talk = asked(question());
        for (String text :
                List.of(
                        "Merci. Votre dossier est prêt.",
                        "Nous vous avons soigné avec plaisir.",
                        "Votre fille a été hospitalisée chez nous.",
                        "Le petit a été soigné ici.",
                        "Lors de votre visite, l’équipe a fait de son mieux.")) {
            assertThat(awa.post(talk + "/reply/check", fields(awa, talk, "text", text)).text())
                    .as(text)
                    .contains("confirment que la personne est ou a été soignée ici");
        }
        for (String text :
                List.of(
                        "Thank you. We treated you with care.",
                        "Your test results are ready.",
                        "Sorry that you waited during your stay.")) {
            assertThat(
                            awa.post(
                                            talk + "/reply/check",
                                            fields(awa, talk, "text", text, "language", "en"))
                                    .text())
                    .as(text)
                    .contains("confirment que la personne est ou a été soignée ici");
        }
        assertThat(
                        awa.post(
                                        talk + "/reply/check",
                                        fields(awa, talk, "text", "Merci de nous avoir écrit."))
                                .text())
                .contains("Rien n’empêche de publier");
        awa.get("/work/posts");
        String post = awa.post("/work/posts").location().orElseThrow();
        assertThat(
                        awa.post(
                                        post + "/check",
                                        Newsroom.fields(
                                                awa, post, "text", "Apportez votre dossier."))
                                .text())
                .doesNotContain("confirment que la personne");
    }

    @Test
    void notHereInvitesToASafePlaceAndLeavesWithoutAFinding() throws Exception {
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/conversations/settings");
        admin.post(
                "/work/conversations/settings",
                "hours",
                "24",
                "phone",
                "+243 812 345 678",
                "place",
                "accueil, de 8 h à 16 h");
        String talk = asked(question());
        String[] chosen = fields(awa, talk, "saved", "not-here", "language", "en");
        Visitor.Page filled = awa.post(talk + "/reply/fill", chosen);
        assertThat(filled.text())
                .contains("neither to say yes nor to say no")
                .contains("+243 812 345 678");
        Visitor.Page french =
                awa.post(
                        talk + "/reply/fill",
                        fields(awa, talk, "saved", "not-here", "language", "fr"));
        assertThat(french.text()).contains("ni pour dire oui, ni pour dire non");
        assertThat(french.text()).doesNotContain("désignent une personne");
        assertThat(french.text()).doesNotContain("confirment que la personne");
    }

    @Test
    void aSignedPieceLeavesAtOnceAndAChangedOneAsTheOrderSays() throws Exception {
        var newsroom = Newsroom.open(hospital, port, organisations, verifications, library);
        Visitor admin = hospital.admin().at(port);
        admin.get("/work/conversations/settings");
        admin.post(
                "/work/conversations/settings",
                "hours",
                "24",
                "ordinary",
                "COMPLIANCE",
                "raised1",
                "COMPLIANCE");
        String piece = Newsroom.piece(awa, "cholera agir");
        Visitor doctor = newsroom.as(Role.PROFESSIONAL);
        doctor.get(piece);
        doctor.post(piece + "/sign", "version", "1", "months", "12", "read", "yes");
        String id = piece.substring(piece.lastIndexOf('/') + 1);
        String talk = asked(question());
        Visitor.Page filled =
                awa.post(talk + "/reply/fill", fields(awa, talk, "saved", id + ":simple"));
        assertThat(filled.status()).as(filled.text()).isEqualTo(200);
        String text = area(filled.body());
        assertThat(text).isNotBlank();
        Visitor.Page sent = send(awa, talk, "text", text, "considered", "on");
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        Ward.until(() -> network.arrived(page).size() == 1);

        send(awa, talk, "text", "Autre chose.", "piece", "", "anyway", "yes");
        assertThat(awa.get(talk).text()).contains("Attend une approbation");
        assertThat(network.arrived(page)).hasSize(1);
    }

    private static String area(String body) {
        Matcher area =
                Pattern.compile("(?s)<textarea id=\"field-text\"[^>]*>(.*?)</textarea>")
                        .matcher(body);
        assertThat(area.find()).isTrue();
        return area.group(1).replace("&#39;", "'").replace("&#34;", "\"").replace("&amp;", "&");
    }

    @Test
    void aSecondAnswerIsAskedAboutAndItsWordsAreKept() throws Exception {
        network.refuse(page, true);
        String talk = asked(question());
        Visitor aimee = hospital.staff().get(Role.PROFESSIONAL).at(port);
        String[] seen = fields(aimee, talk, "text", "Bonjour, à 8 heures.");
        aimee.post(talk + "/reply/check", seen);
        assertThat(awa.get(talk).text()).contains("Lukusa Mbaya Aimée écrit une réponse depuis");
        Visitor.Page second = send(awa, talk, "text", "Elle ouvre à huit heures.");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Elle ouvre à huit heures.").contains("name=\"anyway\"");
        assertThat(network.arrived(page)).isEmpty();
        assertThat(send(awa, talk, "text", "Elle ouvre à huit heures.", "anyway", "yes").status())
                .isEqualTo(302);
        Visitor.Page third =
                aimee.post(
                        talk + "/reply/send", fields(aimee, talk, "text", "Bonjour, à 8 heures."));
        assertThat(third.status()).isEqualTo(409);
    }

    @Test
    void whatCannotBeAnsweredFromHereIsSaidPlainlyAndNotedWithWhoAndWhen() throws Exception {
        Channel feed = channels.open(hospital.id(), "Flux", ChannelKind.LISOLO, Visibility.PUBLIC);
        String talk = asked(question().on(feed.id()));
        assertThat(awa.get(talk).text()).contains("Lisolo ne peut pas répondre sur ce canal");
        Visitor.Page check =
                awa.post(talk + "/reply/check", fields(awa, talk, "text", "À 8 heures."));
        assertThat(check.text()).contains("Texte à copier");
        assertThat(send(awa, talk, "text", "À 8 heures.").status()).isEqualTo(422);
        Matcher version =
                Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(awa.get(talk).body());
        assertThat(version.find()).isTrue();
        awa.post(talk + "/turn", "to", "elsewhere", "version", version.group(1));
        assertThat(awa.get(talk).text()).contains("Nzuzi Matondo Awa a répondu par un autre moyen");
    }

    @Test
    void whatWasSaidInPrivateIsNotAnsweredInPublic() throws Exception {
        String talk = asked(question().within());
        assertThat(awa.get(talk).text()).contains("Lisolo ne peut pas répondre sur ce canal");
        assertThat(send(awa, talk, "text", "À 8 heures.").status()).isEqualTo(422);
        assertThat(network.arrived(page)).isEmpty();
    }

    @Test
    void whatIsErasedIsAnsweredByNobodyAndItsDraftSaysNothing() throws Exception {
        String talk = asked(question());
        awa.post(
                talk + "/reply/check",
                fields(awa, talk, "text", "Vous demandez quand ouvre la maternité " + word));
        erasures.eraseAuthor(
                hospital.id(), "bijou " + word, new AccountId(UUID.randomUUID()), "demande");
        assertThat(awa.get(talk).text()).doesNotContain(word).contains("Rien de ce qui se lit ici");
        assertThat(
                        jdbc.sql("select count(*) from publishing.post_version where text like ?")
                                .param("%" + word + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void nobodyAnswersForAnotherOrganisation() throws Exception {
        String talk = asked(question());
        String[] fields = fields(awa, talk, "text", "À 8 heures.");
        Visitor other = Hospital.open(organisations, accounts).communicator().at(port);
        other.get("/account");
        for (String step : List.of("check", "fill", "send", "discard")) {
            assertThat(other.post(talk + "/reply/" + step, fields).status())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(network.arrived(page)).isEmpty();
        Visitor reader = hospital.reader().at(port);
        reader.get(talk);
        assertThat(reader.post(talk + "/reply/send", fields).status()).isEqualTo(403);
    }
}
