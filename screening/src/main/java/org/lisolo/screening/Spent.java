package org.lisolo.screening;

/** Says that the work allowed for one post is done; never leaves the {@link Screener}. */
final class Spent extends RuntimeException {
    private static final long serialVersionUID = 1;

    Spent() {
        super("", null, false, false);
    }
}
