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
            found.places(unit, places);
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {
            found.spans(unit, spans);
        }
    }

    /** All units and all parts. */
    final class All implements Node {
        private final int[] units;
        private final Node[] parts;

        All(int[] units, Node[] parts) {
            this.units = units;
            this.parts = parts;
        }

        @Override
        public boolean isTrue(Occurrences found) {
            for (int unit : units) {
                if (!found.has(unit)) {
                    return false;
                }
            }
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
            for (int unit : units) {
                found.spans(unit, spans);
            }
            for (Node part : parts) {
                part.spans(found, spans);
            }
        }
    }

    /** At least one unit or one part. */
    final class Any implements Node {
        private final int[] units;
        private final Node[] parts;

        Any(int[] units, Node[] parts) {
            this.units = units;
            this.parts = parts;
        }

        @Override
        public boolean isTrue(Occurrences found) {
            for (int unit : units) {
                if (found.has(unit)) {
                    return true;
                }
            }
            for (Node part : parts) {
                if (part.isTrue(found)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void places(Occurrences found, Places places) {
            for (int unit : units) {
                found.places(unit, places);
            }
            for (Node part : parts) {
                part.places(found, places);
            }
            found.spend(places.count);
            places.tidy();
        }

        @Override
        public void spans(Occurrences found, SpanBuffer spans) {
            for (int unit : units) {
                found.spans(unit, spans);
            }
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
