package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

@ServerTest
class QuestionsTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Citizen awa;
    Visitor visitor;
    Writer writer;
    Citizen moderator;
    Space space;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        visitor = awa.at(port);
        writer = new Writer(visitor);
        moderator = village.citizen();
        space = village.openSpace(moderator);
    }

    /** A word that no other test uses. */
    private static String word() {
        return "mot"
                + UUID.randomUUID()
                        .toString()
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .mapToObj(sign -> Character.toString('a' + sign % 26))
                        .collect(Collectors.joining());
    }

    private Writer doctor(Hospital hospital) {
        return new Writer(hospital.staff().get(Role.PROFESSIONAL).at(port));
    }

    /** In what is read; search engines are told otherwise. */
    private static void assertOrder(String page, String... words) {
        String read = page.substring(page.indexOf("<main"));
        int at = -1;
        for (String one : words) {
            assertThat(read.indexOf(one)).as("%s in %s", one, read).isGreaterThan(at);
            at = read.indexOf(one);
        }
    }

    @Test
    void putsTheAcceptedAnswerFirstThenWhatCliniciansFindHelpful() {
        String question = writer.ask(space, "Comment dormir ?", "Depuis un mois.");
        Writer other = new Writer(village.citizen().at(port));
        String first = other.answer(question, "Première réponse");
        String second = other.answer(question, "Deuxième réponse");
        String third = other.answer(question, "Troisième réponse");
        String fourth = other.answer(question, "Quatrième réponse");
        for (int i = 0; i < 2; i++) {
            Visitor reader = village.citizen().at(port);
            reader.get(question);
            react(reader, second, "helpful");
        }
        Hospital hospital = village.hospital();
        Writer doctor = doctor(hospital);
        doctor.visitor().get(question);
        react(doctor.visitor(), third, "helpful");
        visitor.get(question);
        assertThat(visitor.post("/contributions/" + fourth + "/accept").location())
                .contains(question + "#c-" + fourth);

        var page = Visitor.at(port).get(question);
        assertOrder(
                page.text(),
                "Réponse acceptée",
                "Quatrième",
                "Troisième",
                "Jugée utile par un soignant vérifié",
                "Deuxième",
                "Première");
        assertThat(page.body()).contains("id=\"c-" + first + "\"");

        assertThat(other.visitor().post("/contributions/" + first + "/accept").status())
                .isEqualTo(403);
        visitor.post("/contributions/" + fourth + "/accept");
        assertThat(Visitor.at(port).get(question).text()).doesNotContain("Réponse acceptée");
    }

    private static void react(Visitor visitor, String on, String kind) {
        assertThat(visitor.post("/contributions/" + on + "/reactions", "kind", kind).location())
                .isPresent();
    }

    private static String times(String reaction) {
        return reaction + " <span class=\"tally\">1</span>";
    }

    @Test
    void countsOneReactionOfEachKindAndTellsNobodyWhose() {
        String question = writer.ask(space, "Une question", "Un texte");
        String id = Writer.last(question);
        Citizen other = village.citizen();
        Visitor reader = other.at(port);
        reader.get(question);
        react(reader, id, "thanks");
        react(reader, id, "support");
        var page = Visitor.at(port).get(question);
        assertThat(page.body())
                .contains(times("Merci"), times("Soutien"))
                .doesNotContain(other.pseudonym());
        react(reader, id, "thanks");
        assertThat(Visitor.at(port).get(question).body())
                .contains(times("Soutien"))
                .doesNotContain(times("Merci"));
        assertThat(reader.get("/account/data").text()).contains("Vos réactions dans les espaces");
        visitor.get(question);
        assertThat(visitor.post("/contributions/" + id + "/reactions", "kind", "thanks").status())
                .isEqualTo(403);
        assertThat(reader.post("/contributions/" + id + "/reactions", "kind", "angry").status())
                .isEqualTo(422);
    }

    @Test
    void findsSimilarQuestionsWhileOneAsksAndLosesNothing() {
        String word = word();
        String there = writer.ask(space, "Quand faut-il craindre la " + word + " ?", "Texte");
        Space closed = village.closedSpace(awa);
        String secret = writer.open(closed, "question", "La " + word + " entre nous", "x");
        var found =
                Visitor.at(port)
                        .get("/questions/similar?q=craindre+" + word.toUpperCase(Locale.ROOT));
        assertThat(found.body()).contains(there).doesNotContain(secret);
        assertThat(Visitor.at(port).get("/questions/similar?part=list&q=" + word).body())
                .contains(there)
                .doesNotContain("<html");
        String form = space.path() + "/new/question";
        var looked =
                visitor.post(
                        form,
                        "id",
                        Writer.id(visitor.get(form)),
                        "title",
                        "Craindre la " + word + ", est-ce grave",
                        "text",
                        "Ce que j'ai écrit",
                        "look",
                        "similar");
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.body()).contains(there, "Ce que j'ai écrit").doesNotContain(secret);

        visitor.post("/contributions/" + Writer.last(there) + "/delete");
        assertThat(Visitor.at(port).get("/questions/similar?q=" + word).body())
                .doesNotContain(there);
        assertThat(
                        jdbc.sql("select count(*) from community.title_words where discussion = ?")
                                .param(UUID.fromString(Writer.last(there)))
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void saysOnceWhereAQuestionOfWhatToTakeIsBetterAsked() {
        String form = space.path() + "/new/question";
        String id = Writer.id(visitor.get(form));
        String[] fields = {
            "id", id, "title", "Que dois-je prendre contre la toux ?", "text", "Merci."
        };
        var hint = visitor.post(form, fields);
        assertThat(hint.status()).isEqualTo(200);
        assertThat(hint.text()).contains("Avant de publier", "Merci.", "Publier ma question");
        assertThat(hint.body()).contains("name=\"told\"");
        assertThat(Visitor.at(port).get(space.path()).text()).doesNotContain("contre la toux");
        var published =
                visitor.post(form, "id", id, "title", fields[3], "text", "Merci.", "told", "yes");
        assertThat(published.location()).contains("/questions/" + id);
        assertThat(Visitor.at(port).get("/questions/" + id).text())
                .contains("contre la toux")
                .doesNotContain("Avant de publier");
        String other = Writer.id(visitor.get(form));
        assertThat(
                        visitor.post(
                                        form,
                                        "id",
                                        other,
                                        "title",
                                        "À quoi sert un vaccin ?",
                                        "text",
                                        "Merci.")
                                .location())
                .contains("/questions/" + other);
    }

    @Test
    void showsProfessionalsWhatWaitsForThemOldestFirst() {
        String word = word();
        String form = space.path() + "/new/question";
        String id = Writer.id(visitor.get(form));
        visitor.post(
                form,
                "id",
                id,
                "title",
                "Palpitations " + word,
                "text",
                "x",
                "speciality",
                "cardiology");
        String other = writer.ask(space, "Autre " + word, "Texte #cœur");
        String skin = writer.ask(space, "Peau " + word, "Texte #peau");
        assertThat(visitor.get("/questions/" + id).text()).contains("#Cardiologie");
        Writer doctor = doctor(village.hospital());
        String queue = "/questions/unanswered?speciality=cardiology";
        var page = doctor.visitor().get(queue);
        assertOrder(page.text(), "Palpitations " + word, "Autre " + word);
        assertThat(page.text()).contains("Posée").doesNotContain("Peau " + word);
        assertThat(doctor.visitor().get("/questions").body()).contains("/questions/unanswered");
        assertThat(visitor.get(queue).status()).isEqualTo(404);
        assertThat(visitor.get("/questions").body()).doesNotContain("/questions/unanswered");

        writer.answer(other, "Moi aussi");
        assertThat(doctor.visitor().get(queue).text()).contains("Autre " + word);
        doctor.answer(other, "Voici");
        assertThat(doctor.visitor().get(queue).text())
                .contains("Palpitations " + word)
                .doesNotContain("Autre " + word);
        assertThat(Visitor.at(port).get("/questions").text()).contains("Réponse d’un soignant");
        assertThat(Visitor.at(port).get(other).text())
                .contains("Répondu par un(e) professionnel(le) de santé (Médecin");
        assertThat(skin).isNotEmpty();
    }

    @Test
    void showsASpecialityBelowItsOwnWhatIsPutToNobodyInParticular() {
        String word = word();
        String own = writer.ask(space, "Coeur " + word, "Texte #cardiologie");
        String open = writer.ask(space, "Pour tous " + word, "Texte #" + word);
        String skin = writer.ask(space, "Peau " + word, "Texte #peau");
        Visitor doctor = doctor(village.hospital()).visitor();
        String all = "";
        String next = "/questions/unanswered?speciality=cardiology";
        while (!next.isEmpty()) {
            String page = doctor.get(next).body();
            all += page.substring(page.indexOf("<main"));
            next =
                    page.contains("rel=\"next\"")
                            ? page.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                                    .replace("&amp;", "&")
                            : "";
        }
        assertThat(all)
                .containsSubsequence(
                        "<h2>Cardiologie</h2>",
                        own,
                        "<h2>Questions posées à tous les soignants</h2>",
                        open)
                .containsOnlyOnce(own)
                .containsOnlyOnce(open)
                .doesNotContain(skin);
    }

    @Test
    void linksAQuestionToTheOneThatAskedItBefore() {
        String word = word();
        String first = writer.ask(space, "D'abord " + word, "Texte");
        Writer other = new Writer(village.citizen().at(port));
        String second = other.ask(space, "Ensuite " + word, "Texte");
        String join = "/discussions/" + Writer.last(second) + "/duplicate";
        visitor.get(second);
        assertThat(visitor.post(join, "original", first).status()).isEqualTo(403);
        assertThat(other.visitor().post(join, "original", "n'importe quoi").status())
                .isEqualTo(422);
        assertThat(other.visitor().post(join, "original", second).status()).isEqualTo(422);
        assertThat(other.visitor().post(join, "original", "http://x" + first + "#a").location())
                .contains(second);
        assertThat(Visitor.at(port).get(second).body()).contains(first, "D'abord " + word);
        assertThat(Visitor.at(port).get(first).body()).contains(second);
        Visitor keeper = moderator.at(port);
        keeper.get(second);
        assertThat(keeper.post(join, "original", "").location()).contains(second);
        assertThat(Visitor.at(port).get(second).body()).doesNotContain(first);
    }

    @Test
    void findsHashtagsOfWhatTheReaderMaySee() {
        String word = word();
        String question = writer.ask(space, "Une question", "Texte #" + word);
        Space closed = village.closedSpace(awa);
        String secret = writer.open(closed, "talk", "Entre nous", "Texte #" + word);
        String page = "/tags/" + word;
        assertThat(Visitor.at(port).get(question).body()).contains("href=\"" + page + "\"");
        assertThat(Visitor.at(port).get(page).body()).contains(question).doesNotContain(secret);
        assertThat(visitor.get(page).body()).contains(question, secret);
        visitor.post(
                "/contributions/" + Writer.last(question) + "/edit",
                "title",
                "Une question",
                "text",
                "Texte");
        assertThat(Visitor.at(port).get(page).body()).doesNotContain(question);
    }

    @Test
    void countsOneVoteAPersonAndShowsThemAfterwards() {
        String talk =
                writer.open(
                        space,
                        "talk",
                        "Quand nous voir ?",
                        "Dites.",
                        "choices",
                        "Lundi\nMardi <b>\n\n Jeudi",
                        "days",
                        "3");
        String vote = "/discussions/" + Writer.last(talk) + "/vote";
        Visitor reader = village.citizen().at(port);
        assertThat(reader.get(talk).body()).contains("Mardi &lt;b&gt;", "type=\"radio\"");
        assertThat(reader.get(talk).text()).contains("Aucun vote").doesNotContain("aucune voix");
        assertThat(reader.post(vote, "choice", "1").location()).contains(talk + "#poll");
        reader.post(vote, "choice", "2");
        assertThat(reader.get(talk).text())
                .contains("100 % (1 voix)", "votre vote", "1 vote")
                .doesNotContain("Voter");
        assertThat(reader.post(vote, "choice", "7").status()).isEqualTo(422);
        assertThat(Visitor.at(port).get(talk).text()).contains("Lundi").doesNotContain("100 %");
        String form = space.path() + "/new/talk";
        var refused =
                visitor.post(
                        form,
                        "id",
                        Writer.id(visitor.get(form)),
                        "title",
                        "Seul",
                        "text",
                        "Un texte",
                        "choices",
                        "Lundi");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Un sondage a de 2 à 6 réponses", "Un texte", "Lundi");
    }
}
