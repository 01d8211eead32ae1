package org.lisolo.server.releases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.server.testing.WholeDatabase;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** A patient is asked, reads, signs or not, keeps a copy, and withdraws when they want. */
@ServerTest
class ReleasesTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired Releases releases;
    @Autowired Sentences sentences;
    @Autowired JdbcClient jdbc;

    private Hospital hospital;
    private Visitor staff;
    private Visitor phone;

    @BeforeEach
    void openAWard() {
        hospital = Hospital.open(organisations, accounts);
        staff = hospital.communicator().at(port);
        phone = Visitor.at(port);
    }

    private ReleaseId id(Ward.Asked asked) {
        return new ReleaseId(
                UUID.fromString(asked.page().substring(asked.page().lastIndexOf('/') + 1)));
    }

    private List<Permission> permissions(Ward.Asked asked) {
        return releases.permissions(hospital.id(), List.of(id(asked)));
    }

    private static boolean covers(Permission permission, String words) {
        return permission.coversWords(words, Set.of(ChannelKind.SITE), Instant.now());
    }

    @Test
    void aPatientReadsEveryPointOfTheLawSignsAndThePermissionStands() {
        Ward.Asked asked = Ward.ask(staff);
        assertThat(permissions(asked)).isEmpty();
        Visitor.Page page = Ward.open(phone, asked.link());
        assertThat(page.text())
                .contains(
                        Ward.WORDS,
                        "les pages de l’établissement sur ce site",
                        "Tout le monde, partout",
                        "raconter ce que vous avez vécu",
                        "12 mois à partir de votre signature",
                        "Dire non ne change rien à vos soins",
                        "retirer votre permission quand vous voulez",
                        "garder une copie");

        Visitor.Page kept = phone.follow(Ward.sign(phone, asked, "drawn", "10,20 30,40;5,5"));
        assertThat(kept.text()).contains("Permission donnée", "Signé par Kalonji Béatrice");
        assertThat(kept.body()).contains("<polyline points=\"10,20 30,40\"/>");

        Permission permission = permissions(asked).getFirst();
        assertThat(covers(permission, Ward.WORDS)).isTrue();
        assertThat(permission.until())
                .isBetween(
                        Instant.now().plus(Duration.ofDays(360)),
                        Instant.now().plus(Duration.ofDays(370)));
        assertThat(staff.get(asked.page()).text())
                .contains("Valable", "Signée par", "Kalonji Béatrice", "la personne, par son lien");
        assertThat(staff.get("/work/releases?view=standing").text()).contains("Kalonji Béatrice");
    }

    @Test
    void itCoversJustTheWordsThePlacesAndTheTimeThatWereShown() {
        Ward.Asked asked = Ward.ask(staff);
        Ward.sign(phone, asked);
        Permission permission = permissions(asked).getFirst();
        assertThat(covers(permission, Ward.WORDS.replace(" ", "\n"))).isTrue();
        assertThat(covers(permission, Ward.WORDS.replace("34", "35"))).isFalse();
        assertThat(covers(permission, Ward.WORDS + " Elle remercie l’équipe.")).isFalse();
        assertThat(
                        permission.coversWords(
                                Ward.WORDS,
                                Set.of(ChannelKind.SITE, ChannelKind.BLUESKY),
                                Instant.now()))
                .isFalse();
        assertThat(permission.coversWords(Ward.WORDS, Set.of(ChannelKind.SITE), permission.until()))
                .isFalse();
        assertThat(
                        releases.permissions(
                                Hospital.open(organisations, accounts).id(), List.of(id(asked))))
                .isEmpty();
    }

    @Test
    void aLinkSignsOnceAndNotAfterItsTime() {
        Ward.Asked asked = Ward.ask(staff);
        Visitor.Page signed = Ward.sign(phone, asked);
        assertThat(signed.status()).isEqualTo(302);
        assertThat(phone.get(asked.link()).status()).isIn(404, 429);
        assertThat(
                        phone.post(
                                        "/release",
                                        "link",
                                        asked.secret(),
                                        "name",
                                        "Autre",
                                        "agree",
                                        "yes")
                                .status())
                .isIn(404, 429);
        assertThat(staff.get(asked.page()).text()).doesNotContain("Autre");

        Ward.Asked late = Ward.ask(staff);
        jdbc.sql("update releases.release set link_until = now() where id = ?")
                .param(id(late).value())
                .update();
        assertThat(phone.get(late.link()).status()).isIn(404, 429);
        assertThat(staff.get(late.page()).text()).contains("Le temps du lien est passé");
        staff.post(late.page() + "/link");
        String again = Ward.link(staff.get(late.page()));
        assertThat(again).isNotEqualTo(late.link());
        assertThat(Ward.open(phone, again).status()).isEqualTo(200);
    }

    @Test
    void aLinkIsShownToStaffOnce() {
        Ward.Asked asked = Ward.ask(staff);
        assertThat(staff.get(asked.page()).body()).doesNotContain(asked.secret());
    }

    @Test
    void aStrangerReadsNothingByGuessingAndIsSentAwayInTheEnd() {
        Ward.Asked asked = Ward.ask(staff);
        Ward.sign(phone, asked);
        for (int i = 0; i <= WrongLinks.MOST; i++) {
            Visitor.Page page = phone.get("/release/mine?key=" + UUID.randomUUID());
            assertThat(page.status()).isIn(404, 429);
            assertThat(page.text()).doesNotContain("Kalonji");
        }
        assertThat(phone.get("/release?link=x").status()).isEqualTo(429);
        assertThat(phone.get("/release/picture/1?link=x").status()).isEqualTo(404);
        Ward.Asked other = Ward.ask(staff);
        assertThat(Ward.open(Visitor.at(port), other.link()).status())
                .as("whoever holds a link is not kept out by others behind their address")
                .isEqualTo(200);
    }

    @Test
    void whatIsMissingIsToldAndNothingTypedIsLost() {
        Ward.Asked asked = Ward.ask(staff, "signer", "guardian");
        Ward.open(phone, asked.link());
        Visitor.Page again = phone.post("/release", "link", asked.secret(), "name", "Mbuyi Rose");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text())
                .contains(
                        "Mbuyi Rose",
                        "Dites qui vous êtes pour cette personne",
                        "Dites ce que l’enfant en pense",
                        "Cochez la case si vous êtes d’accord");
        assertThat(permissions(asked)).isEmpty();
    }

    @Test
    void forAMinorAParentSignsAndTheChildIsAsked() {
        Ward.Asked asked = Ward.ask(staff, "signer", "guardian");
        assertThat(Ward.open(phone, asked.link()).text())
                .contains("Vous signez pour Kalonji Béatrice", "S’il dit non, ne signez pas");
        Visitor.Page signed =
                phone.post(
                        "/release",
                        "link",
                        asked.secret(),
                        "name",
                        "Mbuyi Rose",
                        "relation",
                        "mother",
                        "assent",
                        "given",
                        "agree",
                        "yes");
        assertThat(signed.status()).isEqualTo(302);
        assertThat(staff.get(asked.page()).text())
                .contains("Mbuyi Rose (sa mère)", "L’enfant a compris et est d’accord");
        assertThat(permissions(asked)).hasSize(1);
    }

    @Test
    void whoSaysNoHasSaidSoAndIsNotAskedWhy() {
        Ward.Asked asked = Ward.ask(staff);
        Ward.open(phone, asked.link());
        assertThat(phone.post("/release/refuse", "link", asked.secret()).text())
                .contains("Rien ne sera publié");
        assertThat(staff.get(asked.page()).text()).contains("Refusée");
        assertThat(phone.get(asked.link()).status()).isIn(404, 429);
        assertThat(permissions(asked)).isEmpty();
    }

    @Test
    void itIsWithdrawnAtThePhoneAfterOneQuestionAndTheCopyTellsWhere() {
        Ward.Asked asked = Ward.ask(staff);
        String key = Ward.key(Ward.sign(phone, asked));
        Visitor.Page copy = phone.get("/release/mine/copy?key=" + key);
        assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(copy.text()).contains(Ward.WORDS, "/r/mine/" + key, "Kalonji Béatrice");

        assertThat(phone.get("/release/mine/withdraw?key=" + key).text())
                .contains("Retirer votre permission");
        assertThat(permissions(asked)).as("asking changes nothing").hasSize(1);
        Visitor.Page gone = phone.follow(phone.post("/release/mine/withdraw", "key", key));
        assertThat(gone.text()).contains("Permission retirée");
        assertThat(permissions(asked)).isEmpty();
        assertThat(phone.post("/release/mine/withdraw", "key", key).status()).isEqualTo(302);
        assertThat(staff.get("/work/releases?view=ended").text()).contains("Kalonji Béatrice");
    }

    @Test
    void aWordToTheStaffIsEnoughAndIsKept() {
        Ward.Asked asked = Ward.ask(staff);
        Ward.sign(phone, asked);
        assertThat(staff.post(asked.page() + "/withdraw", "note", " ").status()).isEqualTo(422);
        assertThat(permissions(asked)).hasSize(1);
        staff.post(asked.page() + "/withdraw", "note", "Elle-même, au guichet, ce matin");
        assertThat(permissions(asked)).isEmpty();
        assertThat(staff.get(asked.page()).text())
                .contains("Elle-même, au guichet, ce matin", hospital.communicator().name());
    }

    @Test
    void itEndsByItself() {
        Ward.Asked asked = Ward.ask(staff, "months", "3");
        Ward.sign(phone, asked);
        assertThat(permissions(asked)).hasSize(1);
        jdbc.sql("update releases.release set until = now() where id = ?")
                .param(id(asked).value())
                .update();
        assertThat(permissions(asked)).isEmpty();
        assertThat(staff.get(asked.page()).text()).contains("Échue");
    }

    @ParameterizedTest
    @CsvSource({"en,Your permission", "ln,Ndingisa na yo", "sw,Ruhusa yako", "fr,Votre permission"})
    void itIsReadInThePatientsLanguage(String language, String title) {
        Ward.Asked asked = Ward.ask(staff, "language", language);
        Visitor.Page page = Ward.open(phone, asked.link());
        assertThat(page.body()).contains("<html lang=\"" + language + "\"", title);
        Visitor.Page signed = phone.follow(Ward.sign(phone, asked));
        assertThat(signed.body()).contains("<html lang=\"" + language + "\"");
        assertThat(phone.get("/release/mine/withdraw?key=" + key(signed)).body())
                .contains("<html lang=\"" + language + "\"");
    }

    private static String key(Visitor.Page page) {
        var found = java.util.regex.Pattern.compile("key=([\\w-]+)").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void everyLookAndStepOfThePatientIsInTheTrail() {
        Ward.Asked asked = Ward.ask(staff);
        String key = Ward.key(Ward.sign(phone, asked));
        phone.get("/release/mine?key=" + key);
        phone.post("/release/mine/withdraw", "key", key);
        List<String> actions =
                jdbc.sql(
                                """
                                select action from evidence.audit
                                 where organisation = ? and ? = any(things) order by id
                                """)
                        .params(hospital.id().value(), "releases:" + id(asked))
                        .query(String.class)
                        .list();
        assertThat(actions)
                .contains("ASK_RELEASES", "RELEASE_READ", "RELEASE_SIGNED", "RELEASE_WITHDRAWN");
        assertThat(
                        jdbc.sql(
                                        """
                                        select bound is not null from evidence.audit
                                         where action = 'RELEASE_SIGNED' and ? = any(things)
                                        """)
                                .param("releases:" + id(asked))
                                .query(Boolean.class)
                                .single())
                .as("the log commits to what was signed")
                .isTrue();
        assertThat(hospital.compliance().at(port).get("/work/trail").text())
                .contains("Autorisation signée par la personne");
    }

    @Test
    void noNameWordOrSecretStandsInTheDatabaseInTheClear() {
        String name = "Zw" + UUID.randomUUID().toString().replace("-", "");
        Ward.Asked asked = Ward.ask(staff, "person", name, "words", "Mots de " + name);
        Ward.open(phone, asked.link());
        phone.post("/release", "link", asked.secret(), "name", name, "agree", "yes");
        staff.post(asked.page() + "/withdraw", "note", "dit par " + name);
        var whole = new WholeDatabase(jdbc);
        assertThat(whole.holds(name)).isFalse();
        assertThat(whole.holds(asked.secret())).isFalse();
    }

    @Test
    void everyPlaceThatCanBeAskedAboutHasItsNameInEveryLanguage() {
        for (ChannelKind place : Scope.PLACES) {
            for (String language : ReleaseForm.LANGUAGES) {
                String key = "releases.place." + place.code();
                assertThat(sentences.say(Locale.of(language), key)).isNotEqualTo(key);
            }
        }
    }

    @Test
    void aReaderOfTheOrganisationSeesNone() {
        Ward.Asked asked = Ward.ask(staff);
        Visitor reader = hospital.staff().get(Role.READER).at(port);
        assertThat(reader.get(asked.page()).status()).isEqualTo(403);
        assertThat(reader.get("/work/releases").status()).isEqualTo(403);
    }
}
