package org.lisolo.server.platform.keys;

import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** How long ago the keys of each purpose were changed, and what older ones still seal. */
@Component
class KeyFigures implements Figures {
    private final KeysetStore store;

    KeyFigures(KeysetStore store) {
        this.store = store;
    }

    @Override
    public List<Figure> figures() {
        return store.all().stream().flatMap(KeyFigures::figures).toList();
    }

    private static Stream<Figure> figures(KeysetStore.Kept kept) {
        double left =
                kept.keys() == 1 ? 0 : kept.left().map(l -> (double) l.rows()).orElse(Double.NaN);
        return Stream.of(
                Figure.of(
                        "lisolo.key.age",
                        "purpose",
                        kept.purpose(),
                        (double) kept.age().toSeconds()),
                Figure.of("lisolo.key.older.rows", "purpose", kept.purpose(), left));
    }
}
