package org.lisolo.server.message;

import java.util.Collection;

/** A module that keeps bytes for an event that is still to come: {@link Blobs} does, too. */
public interface AwaitsBlobs {
    /** Those that no event names yet. */
    Collection<ContentHash> awaited();
}
