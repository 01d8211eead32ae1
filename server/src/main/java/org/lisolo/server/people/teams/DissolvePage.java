package org.lisolo.server.people.teams;

import org.lisolo.server.people.CountsOnTeams;

import java.util.List;

/**
 * Before a team is dissolved.
 *
 * @param path of the team
 * @param uses what has to be given to others first
 */
public record DissolvePage(String path, String name, int members, List<CountsOnTeams.Use> uses) {
    public DissolvePage {
        uses = List.copyOf(uses);
    }
}
