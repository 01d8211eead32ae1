package org.lisolo.ledger;

/** What an entry of the log is about. The codes are hashed and stored; they never change. */
public enum LeafKind {
    /** Something happened; the leaf's id is the event's, the commitment is over its content. */
    EVENT(1),
    /**
     * An event was erased: content and salt are gone on purpose. The leaf's id is the erased
     * event's; its own leaf stays where it was.
     */
    ERASURE(2),
    /** Something was done with what is kept; the leaf's id is the audit record's. */
    AUDIT(3);

    private final int code;

    LeafKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static LeafKind of(int code) {
        return switch (code) {
            case 1 -> EVENT;
            case 2 -> ERASURE;
            case 3 -> AUDIT;
            default -> throw new MalformedLedgerException("no leaf kind has the code " + code);
        };
    }
}
