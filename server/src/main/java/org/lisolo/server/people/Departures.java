package org.lisolo.server.people;

import static java.util.stream.Collectors.toMap;

import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * People leave an organisation, by themselves or because their access is ended, and what is theirs
 * there goes to a colleague in the same step. Thread-safe.
 */
@Service
class Departures {
    private final Accounts accounts;
    private final AccountStore store;
    private final List<HandsOver> modules;

    Departures(Accounts accounts, AccountStore store, List<HandsOver> modules) {
        this.accounts = accounts;
        this.store = store;
        this.modules = List.copyOf(modules);
    }

    /**
     * What a departure asks for.
     *
     * @param lastAdministrator whether nobody else looks after the organisation's people
     * @param things how many of each kind have to go to a colleague, by the key of its words
     * @param successors who could take over
     */
    record Leaving(
            boolean lastAdministrator, Map<String, Long> things, List<Colleague> successors) {
        boolean needsSuccessor() {
            return lastAdministrator || !things.isEmpty();
        }
    }

    Leaving leaving(AccountId account, OrganisationId organisation) {
        List<Colleague> others =
                accounts.colleagues(organisation).stream()
                        .filter(one -> !one.account().equals(account))
                        .toList();
        List<HandsOver> concerned =
                modules.stream().filter(one -> one.count(account, organisation) > 0).toList();
        boolean isAdministrator =
                accounts.colleagues(organisation).stream()
                        .anyMatch(
                                one ->
                                        one.account().equals(account)
                                                && one.roles().contains(Role.ADMIN));
        return new Leaving(
                isAdministrator
                        && others.stream().noneMatch(one -> one.roles().contains(Role.ADMIN)),
                concerned.stream()
                        .collect(
                                toMap(
                                        HandsOver::words,
                                        one -> one.count(account, organisation),
                                        Long::sum)),
                others.stream()
                        .filter(one -> concerned.stream().allMatch(module -> module.suits(one)))
                        .toList());
    }

    /**
     * Ends the access at once; an only administrator's successor becomes one.
     *
     * @param by the person themselves, or the administrator who ends it
     * @throws Problem if a successor is needed and missing, or does not suit
     */
    @Transactional
    void leave(
            AccountId account,
            OrganisationId organisation,
            AccountId by,
            Optional<AccountId> successor) {
        store.lock(organisation);
        Leaving leaving = leaving(account, organisation);
        Optional<Colleague> heir =
                leaving.successors().stream()
                        .filter(one -> successor.equals(Optional.of(one.account())))
                        .findFirst();
        if (heir.isEmpty() && (leaving.needsSuccessor() || successor.isPresent())) {
            throw Problem.invalid(
                            leaving.lastAdministrator()
                                    ? "people.leave.successor.admin"
                                    : "people.leave.successor.missing")
                    .atField("successor");
        }
        heir.ifPresent(one -> handOver(account, one, organisation, by, leaving));
        accounts.endAccess(account, organisation);
    }

    private void handOver(
            AccountId from,
            Colleague to,
            OrganisationId organisation,
            AccountId by,
            Leaving leaving) {
        modules.forEach(module -> module.handOver(from, to.account(), organisation, by));
        if (leaving.lastAdministrator()) {
            Set<Role> roles = EnumSet.copyOf(to.roles());
            roles.add(Role.ADMIN);
            store.changeRoles(to.account(), organisation, roles);
        }
    }
}
