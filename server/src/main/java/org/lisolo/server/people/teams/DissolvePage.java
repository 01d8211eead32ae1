package org.lisolo.server.people.teams;

import org.lisolo.server.people.CountsOnTeams;
import org.lisolo.server.people.Dissolutions;
import org.lisolo.server.people.PersonOrTeam;
import org.lisolo.server.platform.Problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Before a team is dissolved.
 *
 * @param path of the team
 * @param chosen who was to get what was given to it
 */
public record DissolvePage(
        String path, Dissolutions.Dissolving dissolving, String chosen, List<Problem> problems) {
    public DissolvePage {
        problems = List.copyOf(problems);
    }

    public String name() {
        return dissolving.team().name();
    }

    public int members() {
        return dissolving.team().members().size();
    }

    /** Whether something has to be changed by hand first. */
    public boolean blocked() {
        return dissolving.isBlocked();
    }

    public List<CountsOnTeams.Use> uses() {
        return dissolving.uses();
    }

    /** Who could get what was given to the team, the first being nobody. */
    public Map<String, String> options(String nobody) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("", nobody);
        dissolving
                .toTeams()
                .forEach(
                        team ->
                                options.put(
                                        new PersonOrTeam.OfTeam(team.id()).written(), team.name()));
        dissolving
                .toPeople()
                .forEach(
                        one ->
                                options.put(
                                        new PersonOrTeam.Person(one.account()).written(),
                                        one.name()));
        return options;
    }
}
