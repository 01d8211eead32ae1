package org.lisolo.server.monitoring.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.platform.Problem;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

class RuleFormTest {
    private final AccountId awa = new AccountId(UUID.randomUUID());

    @Test
    void saysWhatIsWrongAtEachField() {
        RuleForm form = new RuleForm(null, null, " ", "(", null, "soon", null, null, null, null);
        assertThat(form.problems())
                .extracting(Problem::place)
                .containsExactly(
                        new Problem.Place.Field("name"),
                        new Problem.Place.Field("query"),
                        new Problem.Place.Field("urgency"),
                        new Problem.Place.Field("roles"));
    }

    @Test
    void readsWhatIsRight() {
        RuleForm form = form("120", List.of(awa.toString()));
        assertThat(form.problems()).isEmpty();
        RuleTerms terms = form.terms(Set.of(awa), Set.of(), Set.of());
        assertThat(terms.name()).isEqualTo("Fièvre");
        assertThat(terms.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(terms.allowed()).contains(Duration.ofHours(2));
        assertThat(terms.told()).isEqualTo(new Told(Set.of(Role.COMPLIANCE), Set.of(awa)));
    }

    @Test
    void tellsNobodyOutsideTheOrganisation() {
        RuleForm form = form("", List.of(UUID.randomUUID().toString(), "not an id"));
        assertThat(form.terms(Set.of(awa), Set.of(), Set.of()).told().people()).isEmpty();
    }

    @Test
    void offersTheRulesOwnTimeToo() {
        assertThat(form("45", List.of()).times()).contains(15, 45, 60);
    }

    private static RuleForm form(String allowed, List<String> people) {
        return new RuleForm(
                "",
                "0",
                " Fièvre ",
                "fièvre",
                List.of(),
                "urgent",
                List.of("compliance"),
                people,
                List.of(),
                allowed);
    }
}
