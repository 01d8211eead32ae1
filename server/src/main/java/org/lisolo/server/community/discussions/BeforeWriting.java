package org.lisolo.server.community.discussions;

import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;

/** What is asked before anything is written, such as the measures of moderators. */
public interface BeforeWriting {
    /**
     * Looks whether this person may write this there now.
     *
     * @throws org.lisolo.server.platform.Problem if not, with the reason
     */
    void check(Reader reader, Space space, Draft draft);

    /** Whether the words wait for somebody to read them; it then keeps them. */
    boolean holds(Reader reader, Space space, Draft draft);
}
