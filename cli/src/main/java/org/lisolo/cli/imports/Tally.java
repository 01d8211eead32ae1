package org.lisolo.cli.imports;

/** How many lines had which answer. */
record Tally(long accepted, long known, long ignored, long setAside, long refused) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                accepted + other.accepted,
                known + other.known,
                ignored + other.ignored,
                setAside + other.setAside,
                refused + other.refused);
    }

    Tally with(String status) {
        return switch (status) {
            case "accepted" -> new Tally(accepted + 1, known, ignored, setAside, refused);
            case "known" -> new Tally(accepted, known + 1, ignored, setAside, refused);
            case "ignored" -> new Tally(accepted, known, ignored + 1, setAside, refused);
            case "set-aside" -> new Tally(accepted, known, ignored, setAside + 1, refused);
            case "refused" -> new Tally(accepted, known, ignored, setAside, refused + 1);
            default -> throw new NotDone("the server answered a line with \"" + status + "\"");
        };
    }

    @Override
    public String toString() {
        return "%d accepted, %d known, %d ignored, %d set aside, %d refused"
                .formatted(accepted, known, ignored, setAside, refused);
    }
}
