package org.lisolo.server.demo;

import org.lisolo.server.monitoring.rules.RuleTerms;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.monitoring.starters.Starter;
import org.lisolo.server.monitoring.starters.Starters;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sample hospital watches for: rules of the library, as a hospital would take them. */
@Component
class SampleRules {
    private static final Told EVERYONE_WHO_ACTS =
            new Told(Set.of(Role.COMMUNICATOR, Role.COMPLIANCE), Set.of());

    private static final List<String> TAKEN =
            List.of(
                    "emergency-fr",
                    "cholera-fr",
                    "mpox-fr",
                    "medicine-fr",
                    "threat-fr",
                    "complaint-fr",
                    "rumour-fr",
                    "press-fr");

    private final Rules rules;
    private final Starters starters;

    SampleRules(Rules rules, Starters starters) {
        this.rules = rules;
        this.starters = starters;
    }

    void write(SignedIn author) {
        rules.addAll(
                author, TAKEN.stream().map(id -> terms(starters.find(id).orElseThrow())).toList());
    }

    private static RuleTerms terms(Starter starter) {
        return new RuleTerms(
                starter.name(),
                starter.query(),
                Set.of(),
                starter.urgency(),
                EVERYONE_WHO_ACTS,
                Optional.of(starter.allowed()));
    }
}
