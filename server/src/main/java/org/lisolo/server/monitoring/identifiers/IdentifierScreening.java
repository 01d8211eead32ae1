package org.lisolo.server.monitoring.identifiers;

import org.lisolo.screening.phi.PhiScreener;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Visibility;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Screens the words of every event once for what points at a person. A follower of its own, so that
 * no alert waits for it. The recognisers' model is read with the first event, not at the start.
 */
@Component
class IdentifierScreening implements Follower {
    private final ScreenedWordsStore store;

    IdentifierScreening(ScreenedWordsStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "monitoring.identifiers";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.ORGANISATION);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        store.keep(
                events.stream()
                        .map(LoggedEvent::event)
                        .filter(event -> event.kind() != EventKind.DELETED)
                        .map(IdentifierScreening::screen)
                        .toList());
    }

    static ScreenedWords screen(MessageEvent event) {
        return new ScreenedWords(
                event.id(),
                PhiScreener.VERSION,
                PhiScreener.standard().find(Screened.words(event)));
    }
}
