package org.lisolo.server.people.teams;

import java.util.List;

/** An organisation's teams, by name. */
public record TeamsPage(List<Row> teams) {
    public TeamsPage {
        teams = List.copyOf(teams);
    }

    /** One of them, with how many are in it. */
    public record Row(String path, String name, int members) {}
}
