package org.lisolo.server.community.contributions;

import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.MessageId;

/** What is asked before anything is written, such as the measures of moderators. */
public interface BeforeWriting {
    /**
     * Looks whether this person may write or mark anything there now.
     *
     * @throws org.lisolo.server.platform.Problem if not, with the reason
     */
    void check(Reader reader, Space space);

    /**
     * Looks whether it is not too soon for this.
     *
     * @throws org.lisolo.server.platform.Problem if it is, with how long to wait
     */
    void pace(Reader reader, Space space, Draft draft);

    /**
     * Whether the words wait for somebody to read them; it then keeps them. What changes something
     * takes the place of what already waits to change it.
     */
    boolean holds(Reader reader, Space space, Draft draft);

    /** One's own words that wait are said otherwise, under the same id: whether they still did. */
    boolean replaced(Draft whole);

    /** What waits to change it is taken back by its author. */
    void tookBack(MessageId message);

    /** The same of one's own words that wait: whether they still did. */
    boolean tookBack(Draft waiting);
}
