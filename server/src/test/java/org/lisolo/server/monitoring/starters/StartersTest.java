package org.lisolo.server.monitoring.starters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.screening.QueryWarning;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;

import java.util.List;
import java.util.stream.Collectors;

class StartersTest {
    private final Starters starters = new Starters();

    @Test
    void watchForEveryKindInBothLanguages() {
        for (String language : List.of("fr", "en")) {
            assertThat(starters.in(language))
                    .extracting(Starter::kind)
                    .contains(Starter.Kind.values());
        }
        assertThat(starters.all()).extracting(Starter::id).doesNotHaveDuplicates();
        assertThat(starters.in("fr")).hasSameSizeAs(starters.in("en"));
    }

    @Test
    void areQueriesThatMeanWhatTheySay() {
        for (Starter starter : starters.all()) {
            assertThat(Query.parse(starter.query())).as(starter.id()).isInstanceOf(Query.class);
            assertThat(((Query) Query.parse(starter.query())).warnings())
                    .as(starter.id())
                    .extracting(QueryWarning::code)
                    .doesNotContain(
                            QueryWarning.Code.MATCHES_EVERYTHING,
                            QueryWarning.Code.MATCHES_ALMOST_EVERYTHING,
                            QueryWarning.Code.MATCHES_NOTHING,
                            QueryWarning.Code.LOWERCASE_OPERATOR,
                            QueryWarning.Code.MIXED_OPERATORS);
            assertThat(starter.name()).hasSizeLessThanOrEqualTo(80);
        }
    }

    @Test
    void recogniseWhatTheyAreFor() {
        RuleSet rules =
                RuleSet.compile(
                        starters.all().stream().map(s -> new Rule(s.id(), s.query())).toList());
        assertThat(found(rules, "Trois heures d'attente et personne")).contains("complaint-fr");
        assertThat(found(rules, "Il saigne beaucoup, envoyez une ambulance"))
                .contains("emergency-fr");
        assertThat(found(rules, "Je n'en peux plus")).contains("emergency-fr", "distress-fr");
        assertThat(found(rules, "Le vaccin rend stérile, faites tourner"))
                .contains("vaccine-rumour-fr", "rumour-fr");
        assertThat(found(rules, "Des selles comme de l'eau de riz")).contains("cholera-fr");
        assertThat(found(rules, "Le docteur nom est absent"))
                .contains("staff-fr", "staff-blamed-fr");
        assertThat(found(rules, "On va vous brûler")).contains("threat-fr");
        assertThat(found(rules, "Une journaliste vous appelle")).contains("press-fr");
        assertThat(found(rules, "We waited five hours, the nurse was drunk"))
                .contains("complaint-en", "staff-blamed-en");
        assertThat(found(rules, "My son is not breathing")).contains("emergency-en");
        assertThat(found(rules, "Fever and blood, is it Ebola?")).contains("fever-en");
        assertThat(found(rules, "Bonjour, quels sont vos horaires de visite ?")).isEmpty();
        assertThat(found(rules, "Thank you for the good care")).isEmpty();
    }

    private static List<String> found(RuleSet rules, String text) {
        return rules.screen(Post.of(text)).stream()
                .map(match -> match.ruleId())
                .collect(Collectors.toList());
    }
}
