package org.lisolo.server.community.peers;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.aliases.Alias;
import org.lisolo.server.community.aliases.Aliases;
import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.peers.PeersPages.OpeningRow;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Two people together see, once, who stands behind an alias: one asks with a reason, another
 * agrees. Staff do it for the spaces of their organisation, whoever runs the platform for all.
 * Thread-safe.
 */
@Service
class AliasOpenings {
    private static final int LONGEST = 1_000;

    /** What nobody agreed to, or nobody looked at, is void after. */
    private static final Duration STANDS = Duration.ofDays(7);

    private final AliasOpeningStore store;
    private final Aliases aliases;
    private final Contributions contributions;
    private final Spaces spaces;
    private final Messages messages;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Clock clock;

    AliasOpenings(
            AliasOpeningStore store,
            Aliases aliases,
            Contributions contributions,
            Spaces spaces,
            Messages messages,
            Accounts accounts,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.aliases = aliases;
        this.contributions = contributions;
        this.spaces = spaces;
        this.messages = messages;
        this.accounts = accounts;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Asks for it.
     *
     * @param contribution that was written under it
     */
    @Transactional
    void ask(SignedIn who, ContributionId contribution, String reason) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Problem.invalid("peers.problem.reason", LONGEST).atField("reason");
        }
        Contribution one =
                contributions
                        .find(contribution)
                        .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
        Space space = spaces.find(one.space()).orElseThrow();
        OrganisationId organisation = space.organisation();
        if (!who.is(Role.OPERATOR) && !who.organisation().equals(organisation)) {
            throw Problem.notFound("peers.problem.unknown");
        }
        UUID alias =
                messages.find(one.message(), one.space().inFull())
                        .flatMap(message -> Alias.of(message.first().author().networkId()))
                        .orElseThrow(() -> Problem.invalid("peers.problem.noAlias"));
        store.add(alias, contribution, organisation, said, who.account(), clock.instant());
        trail.about("aliases", alias);
        trail.about("contributions", contribution);
    }

    /** Those of the last week that this person may see. */
    List<AliasOpening> of(SignedIn who) {
        return store.since(
                clock.instant().minus(STANDS), who.organisation(), who.is(Role.OPERATOR));
    }

    /** The same, each with what it is about and who asks: whoever agrees has to know both. */
    List<OpeningRow> rows(SignedIn who, Reader reader) {
        List<AliasOpening> all = of(who);
        Map<AccountId, String> names =
                accounts.names(all.stream().map(AliasOpening::asked).collect(Collectors.toSet()));
        return all.stream()
                .map(
                        one ->
                                new OpeningRow(
                                        one,
                                        names.getOrDefault(one.asked(), ""),
                                        contributions
                                                .find(one.contribution(), reader)
                                                .map(contributions::path)
                                                .orElse("")))
                .toList();
    }

    /** The second person's word. */
    @Transactional
    void answer(SignedIn who, UUID id, boolean agreed) {
        AliasOpening one = find(who, id);
        if (one.asked().equals(who.account())) {
            throw Problem.forbidden("peers.problem.two");
        }
        if (!store.answer(id, who.account(), agreed, clock.instant())) {
            throw Problem.conflict("peers.problem.answered");
        }
        trail.about("aliases", one.alias());
    }

    /** Who it is, as an account and by name. */
    record Behind(AccountId account, String name) {}

    /** For who asked, once, after another agreed. */
    @Transactional
    Behind show(SignedIn who, UUID id) {
        AliasOpening one = find(who, id);
        if (!store.show(id, who.account(), clock.instant())) {
            throw Problem.of(Problem.Kind.GONE, "peers.problem.shown");
        }
        trail.about("aliases", one.alias());
        AccountId account =
                aliases.open(one.alias())
                        .orElseThrow(() -> Problem.of(Problem.Kind.GONE, "peers.problem.erased"));
        return new Behind(account, accounts.names(Set.of(account)).getOrDefault(account, ""));
    }

    private AliasOpening find(SignedIn who, UUID id) {
        return of(who).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("peers.problem.unknown"));
    }
}
