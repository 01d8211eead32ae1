package org.lisolo.server.directory;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.directory.EntryPage.Published;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Shortened;
import org.springframework.stereotype.Component;

import java.util.List;

/** The latest public messages on an organisation's channels. */
@Component
class Publications {
    private static final int PUBLISHED = 5;
    private static final int EXCERPT = 400;

    private final Messages messages;

    Publications(Messages messages) {
        this.messages = messages;
    }

    List<Published> of(OrganisationId organisation) {
        return messages.latestPublicOf(organisation, PUBLISHED).stream()
                .map(Publications::published)
                .toList();
    }

    private static Published published(Message message) {
        MessageEvent current = message.current();
        @Nullable String language = current.language();
        return new Published(
                "/messages/" + message.id(),
                current.author().shown(),
                Shortened.of(current.text(), EXCERPT),
                language == null ? "" : language,
                message.first().happenedAt());
    }
}
