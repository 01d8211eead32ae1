package org.lisolo.screening.phi;

import java.util.List;

/**
 * Knows one kind of identifier by its format, by the words before it or by its check digits. Holds
 * no state; its time grows as the length of the text.
 */
interface Recogniser {
    /** Whether it is worth looking at all; cheap. */
    boolean mayFind(Reading reading);

    /** Adds what it finds. */
    void find(Reading reading, List<Candidate> found);
}
