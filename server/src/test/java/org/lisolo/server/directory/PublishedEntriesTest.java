package org.lisolo.server.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiCategory;
import org.lisolo.screening.phi.PhiFinding;
import org.lisolo.screening.phi.PublicFacts;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.testing.Hospital;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.List;
import java.util.Optional;

/** What the directory tells is public in what is screened, and nothing else. */
@ServerTest
class PublishedEntriesTest {
    @Autowired Organisations organisations;
    @Autowired Accounts accounts;
    @Autowired NewEntries entries;
    @Autowired Entries kept;
    @Autowired PublishedEntries published;

    private Hospital hospital;
    private Team team;

    @BeforeEach
    void open() {
        hospital = Hospital.open(organisations, accounts);
        team = Team.of(entries, hospital);
    }

    @Test
    void whatTheDirectoryTellsIsPublic() {
        team.professional("Kasóngo", "prenom", "Béatrice", "phones", "+243 812 345 678");
        team.facility(
                "Maternité Sainte-Rita",
                "street",
                "12, avenue Lukusa",
                "commune",
                "Gombe",
                "email",
                "accueil@rita.example",
                "website",
                "https://www.rita.example/");
        PublicFacts facts = new PublicFacts(published.of(hospital.id()));
        assertThat(isPublic(facts, "BEATRICE KASONGO", PhiCategory.NAME)).isTrue();
        assertThat(isPublic(facts, "0812345678", PhiCategory.PHONE)).isTrue();
        assertThat(isPublic(facts, "Maternité Sainte-Rita", PhiCategory.LOCATION)).isTrue();
        assertThat(isPublic(facts, "12 avenue Lukusa, Gombe", PhiCategory.LOCATION)).isTrue();
        assertThat(isPublic(facts, "www.rita.example", PhiCategory.URL)).isTrue();
        assertThat(isPublic(facts, "accueil@rita.example", PhiCategory.EMAIL)).isTrue();
    }

    @Test
    void aPatientOfTheSameTownOrNameIsNotPublic() {
        team.professional("Kasóngo", "prenom", "Béatrice");
        team.facility("Maternité", "street", "12, avenue Lukusa", "commune", "Gombe");
        team.facility("Clinique", "commune", "Gombe");
        PublicFacts facts = new PublicFacts(published.of(hospital.id()));
        assertThat(isPublic(facts, "Kasongo", PhiCategory.NAME)).isFalse();
        assertThat(isPublic(facts, "Béatrice Lukusa", PhiCategory.NAME)).isFalse();
        assertThat(isPublic(facts, "Gombe", PhiCategory.LOCATION)).isFalse();
        assertThat(isPublic(facts, "Gombe, Kinshasa", PhiCategory.LOCATION)).isFalse();
        assertThat(isPublic(facts, "14, avenue Lukusa", PhiCategory.LOCATION)).isFalse();
    }

    @Test
    void whatIsHiddenOrOfAnotherOrganisationIsNotPublic() {
        EntryId id = team.professional("Kasóngo", "prenom", "Béatrice");
        assertThat(published.of(Hospital.open(organisations, accounts).id())).isEmpty();
        kept.turn(
                kept.find(id).orElseThrow(), EntryState.HIDDEN, hospital.communicator().account());
        assertThat(published.of(hospital.id())).isEmpty();
    }

    private static boolean isPublic(PublicFacts facts, String said, PhiCategory category) {
        PhiFinding found =
                new PhiFinding(
                        new Span(0, said.length()), category, 0.9, "titled", Optional.empty());
        return facts.tell(said, List.of(found)).getFirst().isPublic();
    }
}
