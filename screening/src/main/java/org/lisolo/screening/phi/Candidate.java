package org.lisolo.screening.phi;

/**
 * What a recogniser found.
 *
 * @param start first UTF-16 unit
 * @param end one past the last
 * @param confidence 0 to 1
 * @param reason a key of the bundle {@code phi}
 */
record Candidate(
        int start, int end, PhiCategory category, double confidence, String reason, Weight weight) {

    /** How much it counts beside the sequence model. */
    enum Weight {
        /** Its form alone proves it; it stands against the model. */
        PROOF,
        /** It stands where the model found nothing. */
        RULE,
        /** The model is told of it, and decides. */
        HINT,
        /** It is everybody's; what the model reads there is no finding. */
        PUBLIC
    }

    boolean overlaps(int otherStart, int otherEnd) {
        return start < otherEnd && otherStart < end;
    }
}
