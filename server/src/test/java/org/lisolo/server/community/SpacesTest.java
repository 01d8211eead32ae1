package org.lisolo.server.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Role;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opening spaces, coming into them, and looking after them. */
@ServerTest
class SpacesTest {
    private static final Pattern LINK = Pattern.compile("/join/([\\w-]+)");

    @Autowired Village village;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    Citizen awa;
    Visitor moderator;
    Citizen bijou;
    Visitor guest;

    @BeforeEach
    void arrive() {
        awa = village.citizen();
        moderator = awa.at(port);
        bijou = village.citizen();
        guest = bijou.at(port);
    }

    private String invitation(Space space) {
        moderator.get(space.path() + "/members");
        var page = moderator.follow(moderator.post(space.path() + "/invitations"));
        Matcher link = LINK.matcher(page.body());
        assertThat(link.find()).as(page.text()).isTrue();
        return link.group(1);
    }

    private Visitor.Page step(Space space, Citizen about, String step) {
        moderator.get(space.path() + "/members");
        return moderator.follow(
                moderator.post(space.path() + "/members/" + about.account() + "/" + step));
    }

    @Test
    void staffOpenASpaceInTheNameOfTheirOrganisation() {
        Visitor staff = village.hospital().staff().get(Role.COMMUNICATOR).at(port);
        assertThat(staff.get("/work/spaces").text()).contains("Aucun espace n’est encore ouvert");
        staff.get("/work/spaces/new");
        String name = "Vivre avec l’asthme " + UUID.randomUUID();
        var refused =
                staff.post(
                        "/work/spaces/new",
                        "name",
                        name,
                        "purpose",
                        "",
                        "subject",
                        "CONDITION",
                        "openness",
                        "OPEN");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Dites à quoi sert cet espace")
                .contains(name.substring(0, 10));
        var opened =
                staff.post(
                        "/work/spaces/new",
                        "name",
                        name,
                        "purpose",
                        "S’entraider",
                        "subject",
                        "CONDITION",
                        "openness",
                        "OPEN");
        assertThat(staff.follow(opened).text()).contains("est ouvert").contains("S’entraider");
        assertThat(Visitor.at(port).get(opened.location().orElseThrow()).text())
                .contains("S’entraider");
        assertThat(staff.get("/work/spaces").text()).contains("Vivre avec l’asthme");
        Visitor others = village.hospital().staff().get(Role.ADMIN).at(port);
        assertThat(others.get("/work/spaces").text()).doesNotContain("Vivre avec l’asthme");
        Visitor reader = village.hospital().staff().get(Role.READER).at(port);
        assertThat(reader.get("/work/spaces").status()).isEqualTo(403);
    }

    @Test
    void leadsByALinkAndAModeratorIntoASpaceForMembers() {
        Space space = village.closedSpace(awa);
        assertThat(guest.get(space.path()).status()).isEqualTo(404);
        String secret = invitation(space);
        assertThat(moderator.get(space.path() + "/members").body())
                .as("the link is told once")
                .doesNotContain(secret);
        Visitor stranger = Visitor.at(port);
        assertThat(stranger.get("/join/" + secret).text())
                .contains(space.name())
                .contains(space.purpose())
                .contains("Pas de noms.")
                .contains("noindex")
                .contains("/sign-in?next=/join/" + secret);
        assertThat(guest.get("/join/" + secret).text()).contains(bijou.pseudonym());
        guest.follow(guest.post("/join", "secret", secret));
        assertThat(guest.get("/spaces").text()).contains("Votre demande attend");
        assertThat(guest.get(space.path()).status()).as("not yet").isEqualTo(404);
        assertThat(step(space, bijou, "take-in").text())
                .contains(bijou.pseudonym() + " est dans l’espace");
        assertThat(guest.get(space.path()).status()).isEqualTo(200);
        assertThat(guest.get(space.path() + "/members").status()).isEqualTo(403);
        assertThat(guest.get("/spaces").text()).contains("Vos espaces").contains(space.name());

        var excluded = step(space, bijou, "exclude");
        assertThat(excluded.text()).contains("est exclu");
        assertThat(excluded.body()).contains("/members/" + bijou.account() + "/readmit");
        assertThat(guest.get(space.path()).status()).isEqualTo(404);
        guest.get("/join/" + secret);
        guest.post("/join", "secret", secret);
        assertThat(guest.get(space.path()).status()).as("a link is no way back").isEqualTo(404);
        step(space, bijou, "readmit");
        assertThat(guest.get(space.path()).status()).isEqualTo(200);
    }

    @Test
    void keepsNoSecretOfALink() {
        Space space = village.closedSpace(awa);
        String secret = invitation(space);
        guest.get("/join/" + secret);
        guest.post("/join", "secret", secret);
        assertThat(
                        jdbc.sql("select count(*) from community.invitation i where i::text like ?")
                                .param("%" + secret + "%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        jdbc.sql("select count(*) from evidence.audit a where a::text like ?")
                                .param("%" + secret + "%")
                                .query(Long.class)
                                .single())
                .as("paths are kept in the trail")
                .isZero();
        moderator.get(space.path() + "/members");
        moderator.post(space.path() + "/invitations/lock");
        assertThat(Visitor.at(port).get("/join/" + secret).status()).isEqualTo(410);
    }

    @Test
    void drawsNobodyInWhoDidNotAsk() {
        Space space = village.closedSpace(awa);
        step(space, bijou, "take-in");
        step(space, bijou, "readmit");
        step(space, bijou, "name");
        assertThat(guest.get(space.path()).status()).isEqualTo(404);
        assertThat(guest.post(space.path() + "/join").status()).isEqualTo(404);
    }

    @Test
    void keepsAModerator() {
        Space space = village.openSpace(awa);
        moderator.get(space.path());
        var stays = moderator.post(space.path() + "/leave");
        assertThat(stays.status()).isEqualTo(409);
        assertThat(stays.text()).contains("Nommez d’abord quelqu’un d’autre");
        guest.get(space.path());
        assertThat(guest.follow(guest.post(space.path() + "/join")).text())
                .contains("maintenant parmi vos espaces");
        step(space, bijou, "name");
        assertThat(guest.get(space.path()).text()).contains(bijou.pseudonym());
        moderator.get(space.path());
        assertThat(moderator.post(space.path() + "/leave").status()).isEqualTo(302);
        assertThat(moderator.get(space.path() + "/settings").status()).isEqualTo(403);
    }

    @Test
    void changesWhatASpaceSaysAndNotUnderWhichRuleWasWritten() {
        Space space = village.openSpace(awa);
        String[] form = {
            "name", space.name(), "purpose", "Autre chose", "subject", "PLACE", "openness", "OPEN"
        };
        moderator.get(space.path() + "/settings");
        assertThat(moderator.follow(moderator.post(space.path() + "/settings", form)).text())
                .contains("Autre chose")
                .contains("enregistrés");
        village.question(space, bijou, "Est-ce grave", "Je tousse.");
        form[7] = "MEMBERS";
        moderator.get(space.path() + "/settings");
        var refused = moderator.post(space.path() + "/settings", form);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("elle ne change plus");
        assertThat(Visitor.at(port).get(space.path()).status()).isEqualTo(200);
    }

    @Test
    void closesAndReopens() {
        Space space = village.openSpace(awa);
        moderator.get(space.path() + "/settings");
        var closed = moderator.follow(moderator.post(space.path() + "/close"));
        assertThat(closed.text()).contains("on y lit encore");
        assertThat(closed.body()).contains("action=\"" + space.path() + "/reopen\"");
        guest.get("/me");
        assertThat(
                        guest.post(
                                        space.path() + "/new/talk",
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "title",
                                        "Un titre",
                                        "text",
                                        "Un texte")
                                .status())
                .isEqualTo(410);
        moderator.post(space.path() + "/reopen");
        assertThat(moderator.get(space.path()).text()).contains("Poser une question");
    }

    @Test
    void pinsWhatIsToBeReadFirst() {
        Space space = village.openSpace(awa);
        var first = village.question(space, bijou, "La première question", "Un texte.");
        village.question(space, bijou, "La dernière question", "Un texte.");
        moderator.get(space.path());
        moderator.post(space.path() + "/pins/" + first.id() + "/pin");
        String page = Visitor.at(port).get(space.path()).text();
        assertThat(page.indexOf("La première question"))
                .isBetween(page.indexOf("À lire d’abord"), page.indexOf("Derniers échanges"));
        guest.get(space.path());
        assertThat(guest.post(space.path() + "/pins/" + first.id() + "/unpin").status())
                .isEqualTo(403);
    }

    @Test
    void pagesThroughMembersAndSpaces() {
        Space space = village.openSpace(awa);
        jdbc.sql(
                        """
                        insert into community.membership (space, account, standing, since)
                        select ?, gen_random_uuid(), 'MEMBER', now() from generate_series(1, 60)
                        """)
                .param(space.id().value())
                .update();
        String page = moderator.get(space.path() + "/members").body();
        assertThat(page).contains(space.path() + "/members?from=50");
        assertThat(moderator.get(space.path() + "/members?from=50").status()).isEqualTo(200);
    }

    /** Whoever opened the space may be gone; its members see who comes in their place. */
    @Test
    void letsStaffTakeUpOnlyWhatNobodyModerates() {
        var hospital = village.hospital();
        Space space = village.closedSpaceOf(hospital.id(), awa);
        Visitor staff = hospital.admin().at(port);
        String here = "/work/spaces/" + space.id();
        assertThat(staff.get(here).text()).contains("visible que de ceux qui y sont");
        assertThat(staff.get(space.path()).status()).isEqualTo(404);
        staff.get(here);
        assertThat(staff.post(here + "/take-up").status()).isEqualTo(409);
        jdbc.sql("delete from community.membership where space = ?")
                .param(space.id().value())
                .update();
        assertThat(staff.get(here).text()).contains("Plus personne ne modère");
        assertThat(staff.follow(staff.post(here + "/take-up")).text())
                .contains(hospital.admin().name());
    }
}
