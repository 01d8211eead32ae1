package org.lisolo.server.community.direct;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/** Messages between two people. */
@ServerTest
class DirectTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @Autowired List<PersonalData> modules;
    @LocalServerPort int port;

    final String words = "Entre nous " + UUID.randomUUID();

    Citizen awa;
    Visitor first;
    Citizen bijou;
    Visitor second;
    Discussion question;

    /** Bijou has answered Awa. */
    @BeforeEach
    void meet() {
        awa = village.citizen();
        first = awa.at(port);
        bijou = village.citizen();
        second = bijou.at(port);
        Space space = village.openSpace(village.citizen());
        question = village.question(space, awa, "Une question", "Un texte");
        answer = village.answer(space, bijou, question, "Une réponse").id().value();
    }

    UUID answer;

    private String write() {
        String form = "/me/direct/to/" + answer;
        first.get(form);
        return first.post(form, "words", words).location().orElseThrow();
    }

    @Test
    void writesToWhomTheyMayAndTellsWhoCanRead() {
        assertThat(first.get("/me/direct/to/" + answer).text())
                .contains(bijou.pseudonym())
                .contains("qui l’administre pourrait techniquement les lire");
        String count = "href=\"/me/direct\">Messages privés <span class=\"count\">1<";
        assertThat(second.get("/questions").body()).doesNotContain("href=\"/me/direct\"");
        String pair = write();
        assertThat(second.get("/questions").body()).as("wherever they are").contains(count);
        assertThat(second.get("/me/direct").text())
                .contains(awa.pseudonym())
                .contains("class=\"count\"");
        assertThat(second.get(pair).text()).contains(words);
        assertThat(second.get(pair + "?before=none").text()).as("begins anew").contains(words);
        assertThat(second.get("/me/direct").text()).doesNotContain("class=\"count\"");
        assertThat(second.get("/questions").body()).doesNotContain(count);
        second.post(pair, "words", "Merci de votre mot");
        assertThat(first.get(pair).text()).contains("Merci de votre mot");
    }

    @Test
    void comesFromNobodyWhomOneNeverAnswered() {
        String form = "/me/direct/to/" + question.id();
        assertThat(second.get(form).text()).contains("Vous ne pouvez pas écrire");
        assertThat(second.get(form).body()).contains("href=\"/contributions/" + question.id());
        assertThat(second.post(form, "words", words).status()).isEqualTo(403);
        assertThat(first.get("/me/direct").text()).contains("Aucun message privé");
    }

    @Test
    void comesToNobodyWhoWantsNone() {
        second.get("/me/direct");
        second.post("/me/direct/setting", "takes", "nobody");
        String form = "/me/direct/to/" + answer;
        first.get(form);
        var refused = first.post(form, "words", words);
        assertThat(refused.status()).isEqualTo(403);
        second.post("/me/direct/setting", "takes", "talked");
        assertThat(first.get(form).text()).contains("name=\"words\"");
    }

    /** Where it would be refused, it is not offered. */
    @Test
    void isOfferedOnlyWhereItWouldBeTaken() {
        String to = "/me/direct/to/";
        String page = question.path();
        assertThat(first.get(page).body()).contains(to + answer).doesNotContain(to + question.id());
        assertThat(first.get("/people/" + bijou.account()).body()).contains(to + answer);
        assertThat(second.get(page).body()).as("was never answered").doesNotContain(to);
        assertThat(second.get("/people/" + awa.account()).body()).doesNotContain(to);
        assertThat(Visitor.at(port).get(page).body()).doesNotContain(to);
        String pair = write();
        second.get(pair);
        assertThat(second.get(page).body()).as("has written").contains(to + question.id());
        second.post("/me/direct/setting", "takes", "nobody");
        assertThat(first.get(page).body()).as("takes none").doesNotContain(to);
        assertThat(first.get("/people/" + bijou.account()).body()).doesNotContain(to);
        assertThat(second.get(page).body()).as("nor writes any").doesNotContain(to);
        second.post("/me/direct/setting", "takes", "talked");
        assertThat(first.get(page).body()).contains(to + answer);
        jdbc.sql("insert into community.direct_barred (account, since) values (?, now())")
                .param(awa.account().value())
                .update();
        assertThat(first.get(page).body()).as("may write to nobody").doesNotContain(to);
        assertThat(second.get(page).body()).contains(to + question.id());
    }

    @Test
    void isReadByNobodyElse() {
        String pair = write();
        Citizen other = village.citizen();
        assertThat(other.at(port).get(pair).status()).isEqualTo(404);
        var hospital = village.hospital();
        for (Role role : List.of(Role.COMPLIANCE, Role.MODERATOR)) {
            assertThat(hospital.staff().get(role).at(port).get(pair).status()).isEqualTo(404);
        }
        assertThat(Visitor.at(port).get(pair).location().orElse("")).startsWith("/sign-in");
    }

    @Test
    void isAmongTheOwnDataOfTheTwoWithItsWords() {
        String pair = write();
        second.get(pair);
        second.post(pair, "words", "Merci de votre mot");
        assertThat(first.get("/account/data.json").body())
                .containsSubsequence(
                        "\"kind\":\"sent\"", words, "\"kind\":\"received\"", "Merci de votre mot")
                .doesNotContain(bijou.account().toString());
        assertThat(second.get("/account/data").text())
                .containsSubsequence("reçu", words, "envoyé", "Merci de votre mot");
        assertThat(village.citizen().at(port).get("/account/data.json").body())
                .doesNotContain(words);
    }

    @Test
    void standsNowhereInTheClear() {
        String pair = write();
        String id = pair.substring(pair.lastIndexOf('/') + 1);
        byte[] kept =
                jdbc.sql("select words from community.direct where pair = ?::uuid")
                        .param(id)
                        .query(byte[].class)
                        .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Entre nous");
        jdbc.sql(
                        """
                        insert into community.direct (id, pair, sender, words, at)
                        select gen_random_uuid(), pair, sender, words, at
                          from community.direct where pair = ?::uuid
                        """)
                .param(id)
                .update();
        assertThat(first.get(pair).status())
                .as("sealed for its row, it can't be moved to another")
                .isEqualTo(500);
        assertThat(
                        jdbc.sql("select count(*) from message.content where content::text like ?")
                                .param("%" + words + "%")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void goesWithTheAccountOrTheMessage() {
        String pair = write();
        second.get(pair);
        String message = second.get(pair).body().replaceAll("(?s).*id=\"d-([^\"]+)\".*", "$1");
        second.post(pair + "/" + message + "/delete");
        assertThat(second.get(pair).text()).as("another's stays").contains(words);
        first.get(pair);
        first.post(pair + "/" + message + "/delete");
        assertThat(second.get(pair).text()).doesNotContain(words);
        modules.stream()
                .filter(module -> module.columns().contains("community.pair.one"))
                .forEach(module -> module.erase(awa.account()));
        assertThat(second.get(pair).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatWasTyped() {
        String form = "/me/direct/to/" + answer;
        first.get(form);
        var refused = first.post(form, "words", "x".repeat(6_000));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("trop long").contains("x".repeat(6_000));
    }

    @Test
    void handsAReportedMessageAloneToWhoLooksAfterThePlatform() {
        String pair = write();
        String after = "Et encore " + UUID.randomUUID();
        first.get(pair);
        first.post(pair, "words", after);
        Visitor operator = village.hospital().staff().get(Role.OPERATOR).at(port);
        assertThat(operator.get("/work/direct-reports").text()).doesNotContain(words);
        String page = second.get(pair).body();
        String message = page.replaceAll("(?s).*?/([0-9a-f-]{36})/report\".*", "$1");
        second.post(pair + "/" + message + "/report");
        var shown = operator.get("/work/direct-reports");
        assertThat(shown.text()).contains(words).contains(awa.pseudonym()).doesNotContain(after);
        assertThat(village.hospital().admin().at(port).get("/work/direct-reports").status())
                .isEqualTo(403);
        String report =
                jdbc.sql("select id::text from community.direct_report where message = ?::uuid")
                        .param(message)
                        .query(String.class)
                        .single();
        operator.post("/work/direct-reports/" + report + "/bar");
        first.get(pair);
        assertThat(first.post(pair, "words", "Encore").status()).isEqualTo(403);
        assertThat(operator.get("/work/direct-reports").text()).doesNotContain(words);
    }
}
