package org.lisolo.server.publishing.conversations;

import org.lisolo.server.people.CountsOnTeams;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.TeamId;
import org.springframework.stereotype.Component;

import java.util.List;

/** The conversations that a team is to answer. */
@Component
class ConversationsOfTeams implements CountsOnTeams {
    private static final int MOST = 20;

    private final ConversationStore store;

    ConversationsOfTeams(ConversationStore store) {
        this.store = store;
    }

    @Override
    public List<Use> of(TeamId team, OrganisationId organisation) {
        return store.ofTeam(organisation, team, MOST).stream()
                .map(talk -> new Use("conversations.of.team", "", talk.path()))
                .toList();
    }
}
