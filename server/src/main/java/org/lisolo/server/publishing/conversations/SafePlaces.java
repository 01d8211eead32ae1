package org.lisolo.server.publishing.conversations;

import org.lisolo.screening.phi.PublicFacts.Fact;
import org.lisolo.server.message.PublishedFacts;
import org.lisolo.server.people.OrganisationId;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where an organisation sends people is public: the gate does not take its telephone for a
 * patient's.
 */
@Component
class SafePlaces implements PublishedFacts {
    private static final String REASON = "conversations.public.place";

    private final ConversationSettingStore store;

    SafePlaces(ConversationSettingStore store) {
        this.store = store;
    }

    @Override
    public List<Fact> of(OrganisationId organisation) {
        ConversationSettings now = store.of(organisation);
        return Stream.of(
                        now.phone().split("[,;/]", -1),
                        now.place().split("[,;]", -1),
                        new String[] {now.link()})
                .flatMap(Stream::of)
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .map(said -> new Fact(said, REASON))
                .toList();
    }
}
