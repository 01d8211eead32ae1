package org.lisolo.server.demo;

import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.RuleTerms;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sample hospital watches for. */
@Component
class SampleRules {
    private static final Told EVERYONE_WHO_ACTS =
            new Told(Set.of(Role.COMMUNICATOR, Role.COMPLIANCE), Set.of());

    private final Rules rules;

    SampleRules(Rules rules) {
        this.rules = rules;
    }

    void write(SignedIn author) {
        rules.addAll(
                author,
                List.of(
                        rule(
                                "Urgence vitale",
                                "saigne* OR ambulance* OR urgence OR \"n'en peux plus\"",
                                Urgency.URGENT,
                                Duration.ofHours(1)),
                        rule(
                                "Choléra, diarrhées",
                                "choléra OR diarrhée* OR vomissement*",
                                Urgency.URGENT,
                                Duration.ofHours(4)),
                        rule(
                                "Mpox",
                                "mpox OR \"variole du singe\" OR (fièvre* AND boutons)",
                                Urgency.IMPORTANT,
                                Duration.ofHours(12)),
                        rule(
                                "Effet d’un médicament",
                                "(médicament* OR vaccin* OR traitement*) AND (vertige* OR malaise*"
                                        + " OR allergi* OR stérile*)",
                                Urgency.IMPORTANT,
                                Duration.ofHours(24)),
                        rule(
                                "Menace",
                                "\"tout casser\" OR menace* OR incendier",
                                Urgency.URGENT,
                                Duration.ofHours(2)),
                        rule(
                                "Plainte",
                                "plainte* OR attente OR \"pas normal\" OR arnaque OR erreur*",
                                Urgency.ROUTINE,
                                Duration.ofHours(48)),
                        rule(
                                "Rumeur",
                                "rumeur* OR \"faites tourner\" OR \"il paraît\" OR \"on dit que\""
                                        + " OR partagez",
                                Urgency.IMPORTANT,
                                Duration.ofHours(24)),
                        rule(
                                "Presse",
                                "émission* OR antenne OR journaliste*",
                                Urgency.ROUTINE,
                                Duration.ofHours(24))));
    }

    private static RuleTerms rule(String name, String query, Urgency urgency, Duration allowed) {
        return new RuleTerms(
                name, query, Set.of(), urgency, EVERYONE_WHO_ACTS, Optional.of(allowed));
    }
}
