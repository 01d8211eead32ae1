package org.lisolo.server.community.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lisolo.server.community.Talk.answer;
import static org.lisolo.server.community.Talk.ask;
import static org.lisolo.server.community.Talk.find;
import static org.lisolo.server.community.Talk.id;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

@ServerTest
class PeersTest {
    private static final String ONE_WAITS = "s’inquiète <span class=\"count\">1</span>";

    @Autowired Village village;
    @Autowired Spaces spaces;
    @Autowired Worries worries;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    private final String word = "zp" + UUID.randomUUID().toString().replace("-", "");

    Citizen awa;
    Citizen chief;
    Visitor writer;
    Visitor moderator;
    Space space;

    @BeforeEach
    void openASpace() {
        awa = village.citizen();
        chief = village.citizen();
        writer = awa.at(port);
        moderator = chief.at(port);
        space = village.openSpace(chief);
    }

    @Test
    void keepsTwoPeopleApartInBothDirections() {
        String question = ask(writer, space, "Question " + word).location().orElseThrow();
        Visitor rude = village.citizen().at(port);
        String answered = answer(rude, question, "Impoli " + word, "").location().orElseThrow();
        String theirs = ask(rude, space, "Autre " + word).location().orElseThrow();
        String said = answered.replaceAll(".*#c-", "");
        assertThat(writer.get("/contributions/" + said + "/report").text())
                .contains("Bloquer cette personne");
        writer.post("/contributions/" + said + "/block");

        assertThat(writer.get(question).text()).doesNotContain("Impoli");
        assertThat(writer.get(space.path()).text()).doesNotContain("Autre " + word);
        assertThat(writer.get(theirs).status()).isEqualTo(404);
        assertThat(rude.get(question).status()).isEqualTo(404);
        assertThat(rude.get(space.path()).text()).doesNotContain("Question " + word);
        assertThat(rude.get("/questions").text()).doesNotContain("Question " + word);
        assertThat(rude.post(question.replace("questions", "discussions") + "/answers").status())
                .isEqualTo(404);
        assertThat(Visitor.at(port).get(question).text()).contains("Impoli " + word);

        String lift = find("action=\"(/me/blocks/[^\"]+/lift)\"", writer.get("/me/blocks"));
        writer.post(lift);
        assertThat(writer.get(question).text()).contains("Impoli");
        assertThat(rude.get(question).status()).isEqualTo(200);
    }

    private String worry(String question, String words) {
        Visitor friend = village.citizen().at(port);
        String form = "/contributions/" + id(question) + "/worry";
        assertThat(friend.get(form).text()).contains("demi-heure", word);
        assertThat(friend.get(form).body()).contains("href=\"" + question);
        assertThat(friend.post(form, "words", words).location()).contains(question);
        return jdbc.sql("select id::text from community.worry where contribution = ?")
                .param(UUID.fromString(id(question)))
                .query(String.class)
                .single();
    }

    @Test
    void asksThoseOnCallFirstAndAllModeratorsWhenTheyAreLate() {
        Citizen onCall = village.citizen();
        spaces.stand(space.id(), onCall.account(), Standing.MODERATOR);
        String none = moderator.get("/moderation").text();
        assertThat(none).contains("Rien n’attend").doesNotContain("class=\"count\"");
        moderator.get(space.path() + "/rota");
        moderator.post(space.path() + "/rota", "people", onCall.account().toString());
        String question = ask(writer, space, "Je n’en peux plus " + word).location().orElseThrow();
        String task = "/moderation/worries/" + worry(question, "Cela m’inquiète " + word);
        assertThat(new WholeDatabase(jdbc).holds("Cela m’inquiète " + word)).isFalse();
        Visitor first = onCall.at(port);
        assertThat(first.get("/moderation/worries").body()).contains(task, space.name());
        assertThat(moderator.get("/moderation/worries").body()).doesNotContain(task);
        assertThat(first.get("/moderation").body())
                .contains(ONE_WAITS)
                .doesNotContain("Rien n’attend");
        assertThat(moderator.get("/moderation").body()).doesNotContain(ONE_WAITS);
        assertThat(writer.get(task).status()).isEqualTo(404);

        jdbc.sql("update community.worry set due_at = now() - interval '1 minute' where id = ?")
                .param(UUID.fromString(id(task)))
                .update();
        worries.escalate();
        assertThat(moderator.get("/moderation/worries").body()).contains(task);
        assertThat(moderator.get("/moderation").body()).contains(ONE_WAITS);
        assertThat(moderator.get(task).text()).contains("Cela m’inquiète " + word);
        moderator.post(task + "/take");
        first.get(task);
        assertThat(first.post(task + "/take").status()).isEqualTo(409);
        assertThat(moderator.post(task + "/close", "words", " ").status()).isEqualTo(422);
        moderator.post(task + "/close", "words", "Appelée, sa sœur est là " + word);
        assertThat(moderator.get("/moderation/worries").body()).doesNotContain(task);
        assertThat(moderator.get("/moderation").body()).doesNotContain(ONE_WAITS);
        assertThat(first.get(task).text()).contains("Appelée, sa sœur est là " + word);
        assertThat(new WholeDatabase(jdbc).holds("sa sœur est là " + word)).isFalse();
    }

    @Test
    void showsStaffWhatWaitsOnTheirDay() {
        Hospital hospital = village.hospital();
        Space theirs =
                spaces.open(
                        SpaceForm.open("Hôpital " + UUID.randomUUID(), "But", "", Subject.PLACE)
                                .of(hospital.id()),
                        chief.account());
        String question = ask(writer, theirs, "Seule " + word).location().orElseThrow();
        String task = "/moderation/worries/" + worry(question, "");
        Visitor staff = hospital.staff().get(Role.MODERATOR).at(port);
        assertThat(staff.get("/work").text())
                .contains("Quelqu’un s’inquiète pour une personne")
                .contains(task);
        assertThat(hospital.reader().at(port).get("/work").text()).doesNotContain(task);
    }

    @Test
    void leadsAwayAndToSomebodyToTalkTo() {
        String question = ask(writer, space, "Question " + word).location().orElseThrow();
        moderator.get(space.path() + "/moderation");
        moderator.post(space.path() + "/moderation", "slow", "0", "help", "Écoute " + word);
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get(question).body())
                .contains("href=\"/away\"")
                .contains(space.path() + "/help");
        assertThat(stranger.get(space.path() + "/help").text()).contains("Écoute " + word);
        assertThat(stranger.get("/away").text())
                .doesNotContain("Lisolo")
                .doesNotContain("Question");
        Space closed = village.closedSpace(chief);
        assertThat(stranger.get(closed.path() + "/help").status()).isEqualTo(404);
    }
}
