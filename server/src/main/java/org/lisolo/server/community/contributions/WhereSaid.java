package org.lisolo.server.community.contributions;

import org.lisolo.server.community.words.Markup;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.Whereabouts;
import org.springframework.stereotype.Component;

import java.util.Optional;

/** Contributions are read in their discussion: their name on our own network leads there. */
@Component
class WhereSaid implements Whereabouts {
    @Override
    public Optional<Spot> of(Message message) {
        return Place.of(message.first()).map(place -> spot(message, place.contribution().opens()));
    }

    private static Spot spot(Message message, boolean opens) {
        Words words = Words.of(message.current(), opens);
        return new Spot(
                message.first().networkId(),
                words.title(),
                Markup.plain(words.own()),
                words.warning());
    }
}
