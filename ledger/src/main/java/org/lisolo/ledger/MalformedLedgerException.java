package org.lisolo.ledger;

/** What was read is not a note, key, checkpoint, tile, leaf or proof of the documented form. */
public final class MalformedLedgerException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MalformedLedgerException(String sentence) {
        super(sentence);
    }

    MalformedLedgerException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
