package org.lisolo.screening.phi;

/** The labels of an example's tokens. */
final class ExampleLabels {
    private ExampleLabels() {}

    static byte[] of(PhiExample example, Tokens tokens) {
        byte[] labels = new byte[tokens.count];
        for (PhiExample.Marked marked : example.marked()) {
            int kind = kind(marked.kind());
            boolean first = true;
            for (int i = tokens.at(marked.span().start());
                    i < tokens.count && tokens.start[i] < marked.span().end();
                    i++) {
                labels[i] = (byte) (first ? Labels.first(kind) : Labels.further(kind));
                first = false;
            }
        }
        return labels;
    }

    private static int kind(PhiExample.Kind kind) {
        return switch (kind) {
            case NAME -> Labels.NAME;
            case LOCATION -> Labels.LOCATION;
            case ADDRESS -> Labels.ADDRESS;
            case DATE -> Labels.DATE;
            case PHONE -> Labels.PHONE;
            case ID -> Labels.ID;
            case ORGANISATION -> Labels.ORGANISATION;
            case COUNTRY -> Labels.COUNTRY;
            case TITLE -> Labels.TITLE;
        };
    }
}
