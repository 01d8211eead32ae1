package org.lisolo.bench;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.RuleTerms;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.NewAccount;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TotpSecret;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** An organisation with a channel, someone who can sign in, and rules. */
record Watch(ChannelId channel, OrganisationId organisation, Posts posts) {
    static final String EMAIL = "bench@hopital.example";
    static final String PASSWORD = "pirogue manioc fleuve 17";
    static final String CODE = "bench-00017";

    static Watch of(BenchServer server, int rules) {
        ZoneId zone = ZoneId.of("Africa/Kinshasa");
        OrganisationId organisation =
                server.bean(Organisations.class).create("Bench", OrganisationKind.HOSPITAL, zone);
        Set<Role> roles = Set.of(Role.COMMUNICATOR);
        AccountId account =
                server.bean(Accounts.class)
                        .create(
                                new NewAccount(EMAIL, "Bench", PASSWORD, organisation, roles)
                                        .with(
                                                TotpSecret.random(new SecureRandom()),
                                                List.of(CODE)));
        ChannelId channel = new ChannelId(UUID.randomUUID());
        Posts posts = new Posts(channel, organisation);
        List<String> queries = posts.rules(rules);
        server.bean(Rules.class)
                .addAll(
                        new SignedIn(account, "Bench", organisation, "Bench", roles, zone),
                        IntStream.range(0, rules)
                                .mapToObj(i -> terms("Rule " + i, queries.get(i)))
                                .toList());
        return new Watch(channel, organisation, posts);
    }

    private static RuleTerms terms(String name, String query) {
        return new RuleTerms(
                name,
                query,
                Set.of(),
                Urgency.URGENT,
                new Told(Set.of(Role.COMMUNICATOR), Set.of()),
                Optional.of(Duration.ofHours(1)));
    }
}
