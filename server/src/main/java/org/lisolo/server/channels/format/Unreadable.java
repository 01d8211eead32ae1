package org.lisolo.server.channels.format;

/** Thrown within a format when a payload can't be understood; it never leaves the format. */
public final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public Unreadable(String code, String... arguments) {
        // no stack trace: it is the sender's mistake, and there may be millions
        super(code, null, false, false);
        this.reason = Reason.of(code, arguments);
    }

    public Reason reason() {
        return reason;
    }
}
