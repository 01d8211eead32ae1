package org.lisolo.screening;

/** Says that the work allowed for one post is done; never leaves the {@link Screener}. */
final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The only one: it is thrown where nothing is to be made. */
    static final Spent SPENT = new Spent();

    private Spent() {
        super("", null, false, false);
    }
}
