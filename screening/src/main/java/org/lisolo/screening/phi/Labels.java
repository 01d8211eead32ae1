package org.lisolo.screening.phi;

/**
 * What the sequence model calls a token: nothing, or the first or a further token of a kind. The
 * kinds after {@link #ID} are learnt to be told from the others, and are no finding.
 */
final class Labels {
    static final int NAME = 0;
    static final int LOCATION = 1;
    static final int ADDRESS = 2;
    static final int DATE = 3;
    static final int PHONE = 4;
    static final int ID = 5;
    static final int ORGANISATION = 6;
    static final int COUNTRY = 7;
    static final int TITLE = 8;
    static final int KINDS = 9;

    static final int NOTHING = 0;
    static final int COUNT = 1 + 2 * KINDS;

    private Labels() {}

    static int first(int kind) {
        return 1 + 2 * kind;
    }

    static int further(int kind) {
        return 2 + 2 * kind;
    }

    /** The kind of a label that is not {@link #NOTHING}. */
    static int kind(int label) {
        return (label - 1) / 2;
    }

    static boolean isFirst(int label) {
        return label % 2 == 1;
    }

    static boolean isFurther(int label) {
        return label != NOTHING && label % 2 == 0;
    }

    /** Whether a kind points at a person. */
    static boolean identifies(int kind) {
        return kind <= ID;
    }

    static boolean mayFollow(int label, int next) {
        return !isFurther(next) || label == next || label == next - 1;
    }

    /** The first label that may stand before one. */
    static int earliest(int label) {
        return isFurther(label) ? label - 1 : 0;
    }

    /** One past the last label that may stand before one. */
    static int latest(int label) {
        return isFurther(label) ? label + 1 : COUNT;
    }
}
