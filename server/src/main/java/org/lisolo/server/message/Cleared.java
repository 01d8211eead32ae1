package org.lisolo.server.message;

import java.time.Instant;

/**
 * What has passed the gate and may leave: just this content, on just this channel, until it
 * expires. Only the gate of module {@code publishing} makes one; a test of the architecture sees to
 * it. Immutable.
 */
public final class Cleared {
    private final Outgoing what;
    private final ContentHash hash;
    private final Instant expires;

    private Cleared(Outgoing what, Instant expires) {
        this.what = what;
        this.hash = what.hash();
        this.expires = expires;
    }

    /**
     * For the gate alone.
     *
     * @param expires after that it leaves no more
     */
    public static Cleared byTheGate(Outgoing what, Instant expires) {
        return new Cleared(what, expires);
    }

    public Outgoing what() {
        return what;
    }

    public ContentHash hash() {
        return hash;
    }

    public Instant expires() {
        return expires;
    }
}
