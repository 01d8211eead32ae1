package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.bluesky.Xrpc.Reply;
import org.lisolo.server.message.Carries.NotCarried;

import java.time.Duration;

/** What a reply that is not a yes means for what was to leave. */
final class Failures {
    private Failures() {}

    static NotCarried of(Reply reply) {
        return switch (reply) {
            case Reply.No no -> of(no);
            case Reply.Away _ -> NotCarried.forNow("outbox.reason.away", Duration.ZERO);
            case Reply.Forbidden _ -> NotCarried.forGood("outbox.reason.address");
            case Reply.Done _ -> NotCarried.forNow("outbox.reason.away", Duration.ZERO);
        };
    }

    private static NotCarried of(Reply.No no) {
        if (no.status() == 429) {
            return NotCarried.forNow("outbox.reason.busy", no.pause());
        }
        if (no.status() >= 500) {
            return NotCarried.forNow("outbox.reason.away", no.pause());
        }
        if (no.status() == 401 || no.isExpired()) {
            return NotCarried.forNow("outbox.reason.signin", Duration.ofMinutes(5));
        }
        return NotCarried.forGood("outbox.reason.refused");
    }
}
