package org.lisolo.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads nodes from tiles (C2SP tlog-tiles): a proof needs a few tiles, never the whole tree. Tiles
 * are asked for at once, each once. Serves one thread at a time.
 */
public final class TileNodes implements NodeReader {
    private final TreeHasher hasher = new TreeHasher();
    private final long size;
    private final TileReader tiles;

    /**
     * Reads the tiles of one tree.
     *
     * @param size the size of the tree whose tiles are read; partial tiles are asked for as they
     *     are at that size
     */
    public TileNodes(long size, TileReader tiles) {
        this.size = size;
        this.tiles = tiles;
    }

    @Override
    public List<Hash> read(List<Node> nodes) {
        Set<Tile> wanted = new LinkedHashSet<>();
        nodes.forEach(node -> wanted.add(Tile.holding(node, size)));
        Map<Tile, byte[]> found = tiles.read(wanted);
        List<Hash> hashes = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            Tile tile = Tile.holding(node, size);
            byte[] bytes = found.get(tile);
            if (bytes == null || bytes.length < tile.width() * Hash.BYTES) {
                throw new MalformedLedgerException("missing or short: " + tile.path());
            }
            hashes.add(within(node, bytes));
        }
        return hashes;
    }

    private Hash within(Node node, byte[] tile) {
        int count = 1 << (node.level() % 8);
        int first = (int) (node.index() * count % Tile.FULL_WIDTH);
        return hasher.rootOf(tile, first * Hash.BYTES, count);
    }
}
