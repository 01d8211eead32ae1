package org.lisolo.server.platform;

/**
 * The server can't start here and a person must do something about it. Printed as two sentences,
 * what is wrong and what to do, without a stack trace; the process ends with exit code 1.
 */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartRefused(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public StartRefused(String reason, String remedy, Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
