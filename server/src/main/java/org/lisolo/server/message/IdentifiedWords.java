package org.lisolo.server.message;

import org.lisolo.server.people.SignedIn;

import java.util.Collection;
import java.util.Map;

/**
 * Tells what in the words of events points at a person. Declared here for the pages that show
 * messages; monitoring, which screens them, knows it.
 */
public interface IdentifiedWords {
    /** Of each event but deletions. The caller has seen to it that the reader may see them. */
    Map<EventId, Identified> of(Collection<MessageEvent> events, SignedIn reader);
}
