package org.lisolo.ledger;

import java.util.Collection;
import java.util.Map;

/** Where tiles are kept. */
@FunctionalInterface
public interface TileReader {
    /** The hashes of each tile: {@code 32 * width} bytes or more, of which the first count. */
    Map<Tile, byte[]> read(Collection<Tile> tiles);
}
