package org.lisolo.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Tiles in memory, kept as the server keeps them: one row a place, as wide as it got. */
final class KeptTiles implements TileReader {
    private record Place(int level, long index) {}

    private final Map<Place, byte[]> rows = new HashMap<>();
    int reads;

    void keep(GrowingTree tree) {
        for (TileContent grown : tree.takeGrown()) {
            rows.put(new Place(grown.tile().level(), grown.tile().index()), grown.hashes());
        }
    }

    @Override
    public Map<Tile, byte[]> read(Collection<Tile> tiles) {
        reads++;
        Map<Tile, byte[]> found = new HashMap<>();
        for (Tile tile : tiles) {
            byte[] row = rows.get(new Place(tile.level(), tile.index()));
            if (row != null) {
                found.put(tile, row);
            }
        }
        return found;
    }
}
