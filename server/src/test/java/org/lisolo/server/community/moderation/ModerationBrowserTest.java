package org.lisolo.server.community.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.Village;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Standing;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class ModerationBrowserTest {
    @Autowired Village village;
    @Autowired Spaces spaces;

    /** The four are at browsers of their own, which look alike. */
    @Test
    void decidesAReportAndThenAnAppealByAnother(Chromium chromium) {
        Citizen first = village.citizen();
        Citizen second = village.citizen();
        Space space = village.openSpace(first);
        spaces.stand(space.id(), second.account(), Standing.MODERATOR);
        chromium.inEveryLook(
                tab -> {
                    Citizen patient = village.citizen();
                    String question = ask(patient.at(tab), space);
                    report(village.citizen().at(chromium.open(tab.look())), question);
                    decide(first.at(chromium.open(tab.look())));
                    tab.go(question);
                    tab.sees(tab.in("Vous avez écrit ce texte", "You wrote this text"));
                    tab.check("moderation-ruling");
                    appeal(tab);
                    decideAnew(second.at(chromium.open(tab.look())));
                    tab.go(question);
                    tab.sees("Le jus de ce fruit suffit");
                    tab.go(space.path() + "/log");
                    tab.sees(tab.in("annulé en appel", "undone on appeal"));
                    tab.check("moderation-log");
                    tab.follow(tab.in("Tous les espaces", "All spaces"));
                    tab.sees(space.name());
                    tab.check("moderation-log-of-all");
                });
    }

    private static String ask(Tab tab, Space space) {
        tab.go(space.path() + "/new/question");
        tab.page().locator("#field-title").fill("Un remède contre la névralgie");
        tab.page().locator("#field-text").fill("Le jus de ce fruit suffit, dit ma voisine.");
        tab.press(tab.in("Publier", "Publish"));
        tab.page().waitForURL("**/questions/**");
        tab.check("moderation-asked");
        return tab.page().url().replaceFirst("^https?://[^/]+", "");
    }

    private static void report(Tab tab, String question) {
        tab.go(question);
        tab.follow(tab.in("Signaler", "Report"));
        tab.page().locator("#field-why").selectOption("false");
        tab.page().locator("#field-words").fill("Cela peut coûter la vie à un enfant.");
        tab.check("moderation-report");
        tab.press(tab.in("Envoyer le signalement", "Send the report"));
        tab.sees(tab.in("Merci. Les modérateurs liront", "Thank you. The moderators will"));
    }

    private static void decide(Tab tab) {
        tab.go("/moderation");
        tab.follow("Un remède contre la névralgie");
        tab.press(tab.in("Prendre ce signalement", "Take this report"));
        tab.page().locator("#field-outcome-hide").check();
        tab.page().locator("#field-why").selectOption("false");
        tab.page().locator("#field-words").fill("Un enfant névralgique se montre le jour même.");
        tab.check("moderation-file");
        tab.press(tab.in("Décider", "Decide"));
        tab.sees(tab.in("C’est décidé.", "It is decided."));
        tab.check("moderation-queue");
    }

    private static void appeal(Tab tab) {
        tab.go("/me/moderation");
        tab.check("moderation-own");
        tab.follow(tab.in("Retiré", "Removed"));
        tab.sees("Un enfant névralgique se montre le jour même.");
        tab.page().locator("#field-words").fill("Je posais seulement la question.");
        tab.check("moderation-decision");
        tab.press(tab.in("Envoyer l’appel", "Send the appeal"));
        tab.sees(tab.in("Votre appel est envoyé.", "Your appeal was sent."));
    }

    private static void decideAnew(Tab tab) {
        tab.go("/moderation");
        tab.follow(tab.in("Appel d’une décision", "Appeal of a decision"));
        tab.sees("Je posais seulement la question.");
        tab.page().locator("#field-outcome-undo").check();
        tab.page().locator("#field-words").fill("C’est une question, on peut y répondre.");
        tab.check("moderation-appeal");
        tab.press(tab.in("Décider", "Decide"));
        tab.sees(tab.in("L’appel est décidé.", "The appeal is decided."));
    }

    @Test
    void leavesQuicklyAndAsksForSomebodyOnCall(Chromium chromium) {
        Citizen chief = village.citizen();
        Space space = village.openSpace(chief);
        chromium.inEveryLook(
                tab -> {
                    String question = ask(village.citizen().at(tab), space);
                    Tab friend = village.citizen().at(chromium.open(tab.look()));
                    friend.go(question);
                    friend.follow(
                            friend.in(
                                    "Je m’inquiète pour cette personne",
                                    "I am worried about this person"));
                    friend.check("peers-worry");
                    friend.press(
                            friend.in("Prévenir une personne de garde", "Alert somebody on call"));
                    friend.sees(friend.in("est prévenue", "was alerted"));
                    Tab moderator = chief.at(chromium.open(tab.look()));
                    moderator.go("/moderation/worries");
                    moderator.check("peers-tasks");
                    moderator.follow(
                            moderator.in(
                                    "Quelqu’un s’inquiète pour cette personne",
                                    "Somebody is worried about this person"));
                    moderator.press(moderator.in("Je m’en occupe", "I take it up"));
                    moderator.page().locator("#field-words").fill("Nous lui avons répondu.");
                    moderator.check("peers-task");
                    moderator.press(moderator.in("C’est fait", "It is done"));
                    moderator.sees(moderator.in("C’est noté.", "Noted."));
                    tab.go(space.path() + "/help");
                    tab.check("peers-help");
                    tab.follow(tab.in("Quitter vite", "Leave quickly"));
                    tab.page().waitForURL("**/away");
                    assertThat(tab.page().content()).doesNotContain(space.name());
                    tab.check("peers-away");
                });
    }
}
