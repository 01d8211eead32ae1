package org.lisolo.screening;

/** Places of two parts with at most so many words between them. */
final class NearNode implements Node {
    private final Node left;
    private final Node right;
    private final int within;
    private final boolean ordered;

    NearNode(Node left, Node right, int within, boolean ordered) {
        this.left = left;
        this.right = right;
        this.within = within;
        this.ordered = ordered;
    }

    @Override
    public boolean isTrue(Occurrences found) {
        Places places = found.borrow();
        places(found, places);
        found.giveBack();
        return places.count > 0;
    }

    @Override
    public void places(Occurrences found, Places places) {
        Places lefts = found.borrow();
        left.places(found, lefts);
        if (lefts.count > 0) {
            Places rights = found.borrow();
            right.places(found, rights);
            keepNear(found, lefts, rights);
            if (!ordered) {
                keepNear(found, rights, lefts);
            }
            places.addKept(lefts);
            places.addKept(rights);
            places.tidy();
            found.giveBack();
        }
        found.giveBack();
    }

    private void keepNear(Occurrences found, Places before, Places after) {
        for (int i = 0; i < before.count; i++) {
            int last = before.last(i);
            int from = after.from(last + 1);
            int to = from;
            while (to < after.count && after.first(to) - last - 1 <= within) {
                before.keep(i);
                after.keep(to);
                to++;
            }
            found.spend(to - from + 1);
        }
    }

    @Override
    public void spans(Occurrences found, SpanBuffer spans) {
        Places places = found.borrow();
        places(found, places);
        for (int i = 0; i < places.count; i++) {
            spans.add(places.spans[i]);
        }
        found.giveBack();
        if (left instanceof NearNode) {
            left.spans(found, spans);
        }
        if (right instanceof NearNode) {
            right.spans(found, spans);
        }
    }
}
