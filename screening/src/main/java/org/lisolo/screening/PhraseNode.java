package org.lisolo.screening;

/** Units that follow each other word by word. */
final class PhraseNode implements Node {
    private final int[] units;

    PhraseNode(int[] units) {
        this.units = units;
    }

    @Override
    public boolean isTrue(Occurrences found) {
        if (!hasAll(found)) {
            return false;
        }
        Places places = found.borrow();
        places(found, places);
        found.giveBack();
        return places.count > 0;
    }

    private boolean hasAll(Occurrences found) {
        for (int unit : units) {
            if (!found.has(unit)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void places(Occurrences found, Places places) {
        if (!hasAll(found)) {
            return;
        }
        Places begun = found.borrow();
        for (int i = found.first(units[0]); i >= 0; i = found.next(i)) {
            begun.add(found.words(i), found.span(i));
        }
        for (int unit = 1; unit < units.length; unit++) {
            found.spend(begun.count);
            goOn(found, begun, units[unit]);
        }
        for (int i = 0; i < begun.count; i++) {
            places.add(begun.words[i], begun.spans[i]);
        }
        found.giveBack();
    }

    /** Keeps what the unit goes on from, and makes it longer by that word. */
    private static void goOn(Occurrences found, Places begun, int unit) {
        int kept = 0;
        int occurrence = found.first(unit);
        for (int i = 0; i < begun.count && occurrence >= 0; i++) {
            int wanted = begun.last(i) + 1;
            while (occurrence >= 0 && (int) found.words(occurrence) < wanted) {
                occurrence = found.next(occurrence);
            }
            if (occurrence >= 0 && (int) found.words(occurrence) == wanted) {
                begun.words[kept] = Places.pack(begun.first(i), wanted);
                int start = (int) (begun.spans[i] >>> 32);
                begun.spans[kept++] = Places.pack(start, (int) found.span(occurrence));
            }
        }
        begun.count = kept;
    }

    @Override
    public void spans(Occurrences found, SpanBuffer spans) {
        Places places = found.borrow();
        places(found, places);
        for (int i = 0; i < places.count; i++) {
            spans.add(places.spans[i]);
        }
        found.giveBack();
    }
}
