package org.lisolo.server.people;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.text.Collator;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The teams of organisations. Each change is a record of the audit trail; who is of another
 * organisation gets into none. Thread-safe.
 */
@Service
public class Teams {
    private static final int LONGEST_NAME = 80;

    private final TeamStore store;
    private final AccountStore accounts;
    private final List<CountsOnTeams> modules;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Teams(
            TeamStore store,
            AccountStore accounts,
            List<CountsOnTeams> modules,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.modules = List.copyOf(modules);
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** By name. */
    public List<Team> of(OrganisationId organisation) {
        Collator alphabet = Collator.getInstance(Locale.FRENCH);
        return store.of(organisation).stream()
                .sorted((one, other) -> alphabet.compare(one.name(), other.name()))
                .toList();
    }

    /** Those that somebody is in, where they act for now. */
    public Set<TeamId> joined(SignedIn who) {
        return store.joined(who.account(), who.organisation());
    }

    /**
     * One of an organisation's.
     *
     * @throws Problem if it is another's, or dissolved
     */
    public Team team(OrganisationId organisation, TeamId id) {
        return store.of(organisation).stream()
                .filter(team -> team.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("people.team.unknown"));
    }

    /** Whether somebody is in it. */
    public boolean has(OrganisationId organisation, TeamId id, AccountId account) {
        return store.joined(account, organisation).contains(id);
    }

    /**
     * Kept from being dissolved until the caller's transaction ends.
     *
     * @throws Problem as {@link #team}
     */
    @Transactional
    public Team keep(OrganisationId organisation, TeamId id) {
        accounts.lock(organisation);
        return team(organisation, id);
    }

    /** Makes one; who is not of the organisation is left out. */
    @Transactional
    public TeamId make(OrganisationId organisation, String name, Set<AccountId> members) {
        accounts.lock(organisation);
        var id = new TeamId(ids.next());
        if (!store.add(id, organisation, checked(name), clock.instant())) {
            throw taken();
        }
        tell("TEAM_MADE", organisation, id);
        put(organisation, id, members);
        return id;
    }

    /**
     * Names it so, with these in it and nobody else.
     *
     * @throws Problem if nobody were left in it while something counts on it
     */
    @Transactional
    public void change(
            OrganisationId organisation, TeamId id, String name, Set<AccountId> members) {
        accounts.lock(organisation);
        Team before = team(organisation, id);
        String wanted = checked(name);
        if (!wanted.equals(before.name())) {
            rename(organisation, before, wanted);
        }
        Set<AccountId> leaving = new HashSet<>(before.members());
        leaving.removeAll(members);
        leaving.removeIf(one -> !store.leave(id, one));
        tellOf(leaving, "TEAM_LEFT", organisation, id);
        put(organisation, id, members);
        if (!before.members().isEmpty()
                && team(organisation, id).members().isEmpty()
                && !uses(organisation, id).isEmpty()) {
            throw Problem.conflict("people.team.emptied").atField("members");
        }
    }

    void remove(OrganisationId organisation, TeamId id) {
        store.remove(id);
        tell("TEAM_DISSOLVED", organisation, id);
    }

    private void rename(OrganisationId organisation, Team before, String wanted) {
        boolean taken =
                store.of(organisation).stream()
                        .filter(other -> !other.id().equals(before.id()))
                        .anyMatch(other -> other.name().equalsIgnoreCase(wanted));
        if (taken) {
            throw taken();
        }
        store.rename(before.id(), wanted);
        tell("TEAM_RENAMED", organisation, before.id());
    }

    /** What has to be given to others before a team can go. */
    public List<CountsOnTeams.Use> uses(OrganisationId organisation, TeamId id) {
        return modules.stream().flatMap(one -> one.of(id, organisation).stream()).toList();
    }

    /** Those on which something counts, and in which nobody else is. */
    List<Team> alone(AccountId account, OrganisationId organisation) {
        return store.of(organisation).stream()
                .filter(team -> team.members().equals(Set.of(account)))
                .filter(team -> !uses(organisation, team.id()).isEmpty())
                .toList();
    }

    void put(OrganisationId organisation, TeamId id, Set<AccountId> members) {
        Set<AccountId> joining = new HashSet<>(members);
        joining.removeIf(one -> !store.join(id, organisation, one));
        tellOf(joining, "TEAM_JOINED", organisation, id);
    }

    private void tell(String action, OrganisationId organisation, TeamId id) {
        trail.write(trail.change(action, organisation.value()).about("teams", id));
    }

    private void tellOf(
            Set<AccountId> people, String action, OrganisationId organisation, TeamId id) {
        if (!people.isEmpty()) {
            trail.write(
                    trail.change(action, organisation.value())
                            .about("teams", id)
                            .about("people", people));
        }
    }

    private static String checked(String typed) {
        String name = typed.replace("\0", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Problem.invalid("people.team.name.missing", LONGEST_NAME).atField("name");
        }
        return name;
    }

    private static Problem taken() {
        return Problem.conflict("people.team.name.taken").atField("name");
    }
}
