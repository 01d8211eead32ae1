package org.lisolo.screening;

/**
 * A part of a compiled rule, over the units that a post was found to have. Immutable and shared;
 * what it works on is given to it.
 */
sealed interface Node permits Node.One, Node.All, Node.Any, Node.None, PhraseNode, NearNode {
    boolean isTrue(Occurrences found);

    /** Adds the places of a part that has places, in order and each once. */
    void places(Occurrences found, Places places);

    /** Adds what makes a true part true. */
    void spans(Occurrences found, SpanBuffer spans);

    /** One unit. */
    record One(int unit) implements Node {
        @Override
        public boolean isTrue(Occurrences found) {
            return found.has(unit);
        }

        @Override
        public void places(Occurrences found, Places places) {
            found.spend(1);
            for (int i = found.first(unit); i >= 0; i = found.next(i)) {
                places.add(found.words(i), found.span(i));
            }
            found.spend(places.count);
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {
            for (int i = found.first(unit); i >= 0; i = found.next(i)) {
                spans.add(found.span(i));
            }
        }
    }

    /** All parts. */
    final class All implements Node {
        private final Node[] parts;

        All(Node[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean isTrue(Occurrences found) {
            for (Node part : parts) {
                if (!part.isTrue(found)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void places(Occurrences found, Places places) {
            throw new IllegalStateException("AND has no places");
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {
            for (Node part : parts) {
                part.spans(found, spans);
            }
        }
    }

    /** At least one part. */
    final class Any implements Node {
        private final Node[] parts;

        Any(Node[] parts) {
            this.parts = parts;
        }

        @Override
        public boolean isTrue(Occurrences found) {
            for (Node part : parts) {
                if (part.isTrue(found)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(Occurrences found, Places places) {
            for (Node part : parts) {
                part.places(found, places);
            }
            found.spend(places.count);
            places.tidy();
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {
            for (Node part : parts) {
                if (part.isTrue(found)) {
                    part.spans(found, spans);
                }
            }
        }
    }

    /** Not the part. */
    record None(Node part) implements Node {
        @Override
        public boolean isTrue(Occurrences found) {
            return !part.isTrue(found);
        }

        @Override
        public void places(Occurrences found, Places places) {
            throw new IllegalStateException("NOT has no places");
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {}
    }
}
