package org.lisolo.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.lisolo.testkit.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServerTest
class SampleDirectoryTest {
    @LocalServerPort int port;
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired SampleDirectory directory;

    @Test
    void entersPlacesAndPeopleThatSayThatTheyAreInvented() {
        var hospital = Hospital.open(organisations, accounts);
        directory.enter(hospital.id(), hospital.admin().signedIn().zone());
        String page = Visitor.at(port).get("/directory/organisations/" + hospital.id()).text();
        assertThat(page)
                .contains("6 lieux de soins", "13 soignants", "Nouveaux dans notre équipe")
                .contains("Dr Kasongo Ilunga Béatrice (démo)", "Personne d’exemple, inventée.");
        assertThat(Visitor.at(port).get("/directory?q=cardiologue&where=Lubumbashi").text())
                .contains("Dr Kasongo Ilunga Béatrice (démo)");
    }
}
