package org.lisolo.server.community.discussions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.Writer;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.PersonalData;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;

/** What strangers read is kept for a while; whatever changes it is there at once all the same. */
@ServerTest
class ContentsTest {
    @Autowired Village village;
    @Autowired Contributions contributions;
    @Autowired List<PersonalData> personal;
    @Autowired TransactionTemplate transaction;
    @LocalServerPort int port;

    Citizen awa;
    Writer writer;
    Writer other;
    Citizen otherOne;
    Space space;
    String question;
    Visitor stranger;

    @BeforeEach
    void ask() {
        awa = village.citizen();
        writer = new Writer(awa.at(port));
        otherOne = village.citizen();
        other = new Writer(otherOne.at(port));
        space = village.openSpace(village.citizen());
        question = writer.ask(space, "Une question gardée", "Le texte de la question");
        stranger = Visitor.at(port);
        read();
    }

    private String read() {
        return stranger.get(question).text();
    }

    private Contribution one(String id) {
        return contributions.find(new ContributionId(UUID.fromString(id))).orElseThrow();
    }

    @Test
    void showsAnAnswerItsEditAndItsDeletion() {
        String answer = other.answer(question, "La réponse");
        assertThat(read()).contains("La réponse");
        String path = "/contributions/" + answer;
        other.visitor().get(path + "/edit");
        other.visitor().post(path + "/edit", "text", "Une autre réponse", "language", "fr");
        assertThat(read()).contains("Une autre réponse").doesNotContain("La réponse");
        other.visitor().post(path + "/delete");
        assertThat(read()).doesNotContain("Une autre réponse");
    }

    @Test
    void showsNothingOfWhatAModeratorHid() {
        String answer = other.answer(question, "Une insulte");
        assertThat(read()).contains("Une insulte");
        contributions.hide(one(answer));
        assertThat(read()).doesNotContain("Une insulte");
        contributions.show(one(answer));
        assertThat(read()).contains("Une insulte");
    }

    @Test
    void showsWhatReadersAdd() {
        String answer = other.answer(question, "La bonne réponse");
        assertThat(read()).doesNotContain("Merci");
        Visitor reader = village.citizen().at(port);
        reader.get(question);
        reader.post("/contributions/" + answer + "/reactions", "kind", "thanks");
        assertThat(read()).contains("Merci");
        writer.visitor().get(question);
        writer.visitor().post("/contributions/" + answer + "/accept");
        assertThat(read()).contains("Réponse acceptée");
    }

    @Test
    void showsTheTitleOfAnotherQuestionAsItStands() {
        String again = writer.ask(space, "La même question encore", "Un texte");
        String join = "/discussions/" + Writer.last(again) + "/duplicate";
        writer.visitor().get(again);
        writer.visitor().post(join, "original", question);
        assertThat(read()).contains("La même question encore");
        contributions.hide(one(Writer.last(again)));
        assertThat(read()).doesNotContain("La même question encore");
        contributions.show(one(Writer.last(again)));
        assertThat(read()).contains("La même question encore");
        writer.visitor().get(again);
        writer.visitor().post(join, "original", "");
        assertThat(read()).doesNotContain("La même question encore");
    }

    @Test
    void countsEachVote() {
        String talk =
                writer.open(
                        space,
                        "talk",
                        "Quand nous voir ?",
                        "Dites.",
                        "choices",
                        "Lundi\nMardi",
                        "days",
                        "3");
        String before = stranger.get(talk).text();
        other.visitor().get(talk);
        other.visitor().post("/discussions/" + Writer.last(talk) + "/vote", "choice", "0");
        assertThat(stranger.get(talk).text()).isNotEqualTo(before);
    }

    @Test
    void forgetsWhoWasErased() {
        other.answer(question, "Ce qui sera effacé");
        assertThat(read()).contains("Ce qui sera effacé", otherOne.pseudonym());
        transaction.executeWithoutResult(
                _ -> personal.reversed().forEach(module -> module.erase(otherOne.account())));
        assertThat(read())
                .doesNotContain("Ce qui sera effacé")
                .doesNotContain(otherOne.pseudonym());
    }

    @Test
    void showsAMembersOwnPageToNobodyElse() {
        String answer = other.answer(question, "À moi");
        String edit = "/contributions/" + answer + "/edit";
        assertThat(other.visitor().get(question).body()).contains(edit);
        assertThat(stranger.get(question).body()).doesNotContain(edit);
        assertThat(other.visitor().get(question).body()).contains(edit);
    }
}
