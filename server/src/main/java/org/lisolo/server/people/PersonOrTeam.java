package org.lisolo.server.people;

import java.util.Optional;
import java.util.UUID;

/** To whom something can be given: a colleague, or a team of colleagues. */
public sealed interface PersonOrTeam {
    record Person(AccountId account) implements PersonOrTeam {
        @Override
        public String written() {
            return account.toString();
        }
    }

    record OfTeam(TeamId team) implements PersonOrTeam {
        @Override
        public String written() {
            return TEAM + team;
        }
    }

    String TEAM = "team:";

    /** As it stands in a form. */
    String written();

    /** What a form sent; what can't be read is nobody. */
    static Optional<PersonOrTeam> read(String sent) {
        boolean isTeam = sent.startsWith(TEAM);
        try {
            UUID id = UUID.fromString(isTeam ? sent.substring(TEAM.length()) : sent);
            return Optional.of(isTeam ? new OfTeam(new TeamId(id)) : new Person(new AccountId(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
