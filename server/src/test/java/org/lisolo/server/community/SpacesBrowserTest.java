package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.BrowserTest;
import org.lisolo.server.testing.Chromium;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.Look;
import org.lisolo.server.testing.Tab;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;

/** Coming into a space, being told of what is new, and reading without a network. */
@BrowserTest
class SpacesBrowserTest {
    @Autowired Village village;
    @Autowired JdbcClient jdbc;

    @Test
    void leadsByALinkIntoASpace(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    Citizen awa = village.citizen();
                    Space space = village.closedSpace(awa);
                    Tab moderator = awa.at(chromium.open(tab.look()));
                    moderator.go(space.path() + "/members").check("space-members");
                    moderator.press(
                            tab.in("Faire un lien d’invitation", "Make an invitation link"));
                    String link = moderator.page().locator("code.copy").innerText();
                    moderator.check("space-invitation");
                    String path = link.substring(link.indexOf("/join/"));

                    Citizen bijou = village.citizen();
                    tab.go(path).sees(space.name()).check("space-door-stranger");
                    bijou.at(tab);
                    tab.go(path).sees(bijou.pseudonym()).check("space-door");
                    tab.press(tab.in("Demander à entrer", "Ask to come in"));
                    tab.sees(tab.in("attend la décision", "awaits the moderators"))
                            .check("spaces-asked");
                    moderator.go(space.path() + "/members").sees(bijou.pseudonym());
                    moderator.press(tab.in("Accueillir", "Take in"));
                    moderator
                            .sees(tab.in("est dans l’espace", "is in the space"))
                            .check("space-taken-in");
                    tab.go(space.path()).sees(space.purpose()).check("space-inside");
                    moderator.go(space.path() + "/settings").check("space-settings");
                });
    }

    @Test
    void tellsWhatIsNew(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    Citizen awa = village.citizen();
                    Space space = village.openSpace(village.citizen());
                    awa.at(tab);
                    tab.go("/me/notices").check("notices-empty");
                    tab.go("/home").check("timeline-empty");
                    tab.go(space.path());
                    tab.press(tab.in("Rejoindre cet espace", "Join this space"));
                    Discussion question =
                            village.question(
                                    space, awa, "La névralgie de ma fille", "Depuis lundi.");
                    Citizen bijou = village.citizen();
                    village.answer(space, bijou, question, "Un enfant névralgique se montre.");
                    awaitNotice(awa);
                    tab.go("/me/notices").sees(bijou.pseudonym()).check("notices");
                    tab.press(tab.in("Tout est vu", "Mark all as seen"));
                    tab.sees(tab.in("marqués comme vus", "marked as seen"));
                    tab.go("/me/notices/settings").sees(space.name()).check("notices-settings");
                    tab.go("/home").sees("La névralgie de ma fille").check("timeline");
                    tab.go("/people/" + bijou.account()).sees("Un enfant névralgique");
                    tab.press(tab.in("Suivre cette personne", "Follow this person"));
                    tab.sees(bijou.pseudonym()).check("person");
                    tab.go("/tags/nevralgie").press(tab.in("Suivre ce mot-clé", "Follow this tag"));
                    tab.go("/me/follows").sees(space.name()).check("follows");
                    tab.go("/search?q=nevralgie").sees("La névralgie de ma fille");
                    tab.check("search-beside");
                    tab.go("/discussions/search?q=nevralgie").check("community-search");
                    tab.go("/me/direct").check("direct-list");
                });
    }

    private void awaitNotice(Citizen of) {
        Instant patience = Instant.now().plus(Duration.ofSeconds(20));
        while (Instant.now().isBefore(patience)
                && jdbc.sql("select count(*) from community.notice where account = ?")
                                .param(of.account().value())
                                .query(Long.class)
                                .single()
                        == 0) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Test
    void opensASpaceAtWork(Chromium chromium) {
        chromium.inEveryLook(
                tab -> {
                    var hospital = village.hospital();
                    tab.signIn(hospital.staff().get(Role.COMMUNICATOR));
                    tab.go("/work/spaces").check("spaces-work-empty");
                    tab.go("/work/spaces/new").check("spaces-work-new");
                    Space space = village.closedSpaceOf(hospital.id(), village.citizen());
                    tab.go("/work/spaces").sees(space.name()).check("spaces-work");
                    tab.go("/work/spaces/" + space.id()).check("spaces-work-one");
                });
    }

    @Test
    void keepsAPageToReadWithoutANetwork(Chromium chromium) {
        Citizen awa = village.citizen();
        Space space = village.openSpace(awa);
        village.question(space, awa, "Une question gardée", "Un texte");
        Tab tab = awa.at(chromium.open(Look.PHONE));
        tab.go(space.path()).sees("Garder pour lire sans réseau");
        tab.press("Garder pour lire sans réseau");
        tab.sees("Cette page est gardée sur cet appareil").check("kept-page");
        tab.go("/kept").sees(space.name()).check("kept-list");
        assertThat(tab.page().locator("main").innerText()).doesNotContain("· Lisolo");
        tab.page().context().setOffline(true);
        tab.go(space.path()).sees("Copie gardée le").sees("Une question gardée");
        assertThat(tab.page().content())
                .as("what a stranger is shown")
                .doesNotContain(awa.pseudonym() + "</a>")
                .contains("/sign-in");
        tab.go("/me").sees("Pages gardées sur cet appareil");
        tab.page().context().setOffline(false);
        Space closed = village.closedSpace(awa);
        tab.go(closed.path());
        assertThat(tab.page().content()).doesNotContain("data-keep");
        Object kept =
                tab.page()
                        .evaluate(
                                """
                                async (path) => {
                                  const cache = await caches.open("kept-1");
                                  return (await cache.keys()).some(
                                      (one) => new URL(one.url).pathname === path);
                                }
                                """,
                                closed.path());
        assertThat(kept).isEqualTo(false);
        tab.go("/kept").press("Retirer");
        tab.sees("Aucune page gardée");
    }
}
