package org.lisolo.server.message;

/**
 * The erasure contract: every module that derives something from the text of messages (an index, a
 * quarantine, an export, a preview) has a bean of this kind.
 */
public interface Forgets {
    /** Removes what it derived from these events, inside the transaction of the erasure. */
    void forget(Erasure erasure);
}
