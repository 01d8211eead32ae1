package org.lisolo.screening;

/** Units that follow each other word by word. */
final class PhraseNode implements Node {
    private final int[] units;

    PhraseNode(int[] units) {
        this.units = units;
    }

    @Override
    public boolean isTrue(Occurrences found) {
        int[] at = found.cursors(units);
        return next(found, at, at[0]) >= 0;
    }

    @Override
    public void places(Occurrences found, Places places) {
        int[] at = found.cursors(units);
        for (int i = next(found, at, at[0]); i >= 0; i = next(found, at, found.next(i))) {
            int end = at[units.length - 1];
            places.add(
                    Places.pack(found.word(i), found.word(end)),
                    Places.pack(found.start(i), found.end(end)));
        }
    }

    @Override
    public void spans(Occurrences found, SpanBuffer spans) {
        int[] at = found.cursors(units);
        for (int i = next(found, at, at[0]); i >= 0; i = next(found, at, found.next(i))) {
            spans.add(Places.pack(found.start(i), found.end(at[units.length - 1])));
        }
    }

    /**
     * The next place of the first unit from there on that the others follow, or -1.
     *
     * @param at for each unit a place that is not after the one looked for; then where it stands
     */
    private int next(Occurrences found, int[] at, int from) {
        int first = from;
        while (first >= 0) {
            found.spend(units.length);
            int unit = 1;
            while (unit < units.length && isAt(found, at, unit, found.word(first) + unit)) {
                unit++;
            }
            if (unit == units.length) {
                return first;
            }
            first = found.next(first);
        }
        return -1;
    }

    private static boolean isAt(Occurrences found, int[] at, int unit, int word) {
        int place = at[unit];
        while (place >= 0 && found.word(place) < word) {
            place = found.next(place);
        }
        at[unit] = place;
        return place >= 0 && found.word(place) == word;
    }
}
