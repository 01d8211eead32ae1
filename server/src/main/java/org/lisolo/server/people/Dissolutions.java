package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;

/**
 * Teams are dissolved, and what was given to them goes to another team or a colleague in the same
 * step. Thread-safe.
 */
@Service
public class Dissolutions {
    private final Teams teams;
    private final Accounts accounts;
    private final List<CountsOnTeams> modules;

    Dissolutions(Teams teams, Accounts accounts, List<CountsOnTeams> modules) {
        this.teams = teams;
        this.accounts = accounts;
        this.modules = List.copyOf(modules);
    }

    /**
     * What dissolving a team asks for.
     *
     * @param uses what counts on it
     * @param toTeams other teams in which someone could look after what goes along
     * @param toPeople colleagues who could
     */
    public record Dissolving(
            Team team, List<CountsOnTeams.Use> uses, List<Team> toTeams, List<Colleague> toPeople) {
        public Dissolving {
            uses = List.copyOf(uses);
        }

        /** Whether something has to be changed by hand first. */
        public boolean isBlocked() {
            return uses.stream().anyMatch(use -> !use.goesAlong());
        }

        public boolean needsSuccessor() {
            return !uses.isEmpty();
        }

        boolean offers(PersonOrTeam to) {
            return switch (to) {
                case PersonOrTeam.Person(AccountId person) ->
                        toPeople.stream().anyMatch(one -> one.account().equals(person));
                case PersonOrTeam.OfTeam(TeamId id) ->
                        toTeams.stream().anyMatch(one -> one.id().equals(id));
            };
        }
    }

    public Dissolving dissolving(OrganisationId organisation, TeamId id) {
        Team team = teams.team(organisation, id);
        List<Colleague> suiting =
                accounts.colleagues(organisation).stream()
                        .filter(one -> modules.stream().allMatch(module -> module.suits(one)))
                        .toList();
        return new Dissolving(
                team,
                teams.uses(organisation, id),
                teams.of(organisation).stream()
                        .filter(other -> !other.id().equals(id))
                        .filter(other -> suiting.stream().anyMatch(one -> other.has(one.account())))
                        .toList(),
                suiting);
    }

    /**
     * Takes the team away; its members stay in the organisation.
     *
     * @param to who gets what was given to it
     * @throws Problem while something has to be changed by hand, or if nobody suits who is needed
     */
    @Transactional
    public void dissolve(
            OrganisationId organisation, TeamId id, Optional<PersonOrTeam> to, AccountId by) {
        teams.keep(organisation, id);
        Dissolving dissolving = dissolving(organisation, id);
        if (dissolving.isBlocked()) {
            throw Problem.conflict("people.team.used");
        }
        if (dissolving.needsSuccessor()) {
            PersonOrTeam successor =
                    to.filter(dissolving::offers)
                            .orElseThrow(
                                    () ->
                                            Problem.invalid("people.team.successor.missing")
                                                    .atField("successor"));
            modules.forEach(module -> module.handOver(id, successor, organisation, by));
        }
        modules.forEach(module -> module.letGo(id, organisation));
        teams.remove(organisation, id);
    }
}
