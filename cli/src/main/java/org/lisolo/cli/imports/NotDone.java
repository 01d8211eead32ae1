package org.lisolo.cli.imports;

/** It could not be done; the message says why, to whoever gave the command. */
final class NotDone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDone(String message) {
        super(message);
    }
}
