package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Outbox;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.PieceOutcomes;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/** What came of what was said with a piece, in and out of campaigns. */
@Component
class OutcomesOfPieces implements PieceOutcomes {
    private final ResultStore store;
    private final ShortLinkStore links;
    private final Outbox outbox;

    OutcomesOfPieces(ResultStore store, ShortLinkStore links, Outbox outbox) {
        this.store = store;
        this.links = links;
        this.outbox = outbox;
    }

    @Override
    public Outcome of(PieceId piece) {
        List<MessageId> said =
                outbox.fates(store.begunFrom(piece)).values().stream()
                        .flatMap(List::stream)
                        .flatMap(fate -> Optional.ofNullable(fate.message()).stream())
                        .distinct()
                        .toList();
        return new Outcome(store.below(said).size(), links.clicks(piece));
    }
}
