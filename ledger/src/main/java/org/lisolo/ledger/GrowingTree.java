package org.lisolo.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A tree that leaves are appended to. It holds no more than the unfinished tile of each level (8
 * KiB a level, of which a log of four thousand million leaves has four); the tiles that grew are
 * taken from it and kept elsewhere. Serves one thread at a time.
 */
public final class GrowingTree {
    private static final int TILE_BYTES = Tile.FULL_WIDTH * Hash.BYTES;

    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> edge = new ArrayList<>();
    private final List<TileContent> finished = new ArrayList<>();
    private long size;
    private long takenSize;

    public GrowingTree() {}

    /** Goes on where a tree of this size stopped; reads its unfinished tiles, one a level. */
    public GrowingTree(long size, TileReader tiles) {
        List<Tile> wanted = unfinished(size);
        Map<Tile, byte[]> found = tiles.read(wanted);
        for (Tile tile : wanted) {
            byte[] hashes = found.get(tile);
            int length = tile.width() * Hash.BYTES;
            if (hashes == null || hashes.length < length) {
                throw new MalformedLedgerException("missing or short: " + tile.path());
            }
            System.arraycopy(hashes, 0, edgeAt(tile.level()), 0, length);
        }
        this.size = size;
        this.takenSize = size;
    }

    public long size() {
        return size;
    }

    /** Appends the leaf whose data is given. */
    public void append(byte[] leafData) {
        append(leafData, 0, leafData.length);
    }

    /** Appends the leaf whose data is {@code data[from .. from + length)}. */
    public void append(byte[] data, int from, int length) {
        hasher.leafInto(data, from, length, edgeAt(0), widthAt(0) * Hash.BYTES);
        grown();
    }

    /** Appends a leaf by its hash. */
    public void append(Hash leafHash) {
        leafHash.writeTo(edgeAt(0), widthAt(0) * Hash.BYTES);
        grown();
    }

    private void grown() {
        size++;
        for (int level = 0; size % sizeOfTile(level) == 0; level++) {
            byte[] full = edgeAt(level);
            finished.add(
                    new TileContent(
                            new Tile(level, size / sizeOfTile(level) - 1, Tile.FULL_WIDTH), full));
            edge.set(level, new byte[TILE_BYTES]);
            // this tile's root is the newest hash one level up, where the size already counts it
            int at = (int) ((size / sizeOfTile(level) - 1) % Tile.FULL_WIDTH);
            hasher.rootOf(full, 0, Tile.FULL_WIDTH).writeTo(edgeAt(level + 1), at * Hash.BYTES);
        }
    }

    /** The root over all leaves so far. */
    public Hash root() {
        if (size == 0) {
            return hasher.emptyRoot();
        }
        Hash root = null;
        for (int level = 0; level < edge.size(); level++) {
            int end = widthAt(level);
            while (end > 0) {
                int count = Integer.lowestOneBit(end);
                end -= count;
                Hash subtree = hasher.rootOf(edge.get(level), end * Hash.BYTES, count);
                root = root == null ? subtree : hasher.node(subtree, root);
            }
        }
        if (root == null) {
            throw new IllegalStateException("a tree with leaves has a root");
        }
        return root;
    }

    /**
     * The tiles that grew since this was asked last (or since the tree was read): first those that
     * became full, then the unfinished ones as they are now. Ask often: they wait in memory.
     */
    public List<TileContent> takeGrown() {
        List<TileContent> grown = new ArrayList<>(finished);
        finished.clear();
        for (Tile tile : unfinished(size)) {
            if (Tile.hashesAt(tile.level(), takenSize) != Tile.hashesAt(tile.level(), size)) {
                byte[] hashes = Arrays.copyOf(edge.get(tile.level()), tile.width() * Hash.BYTES);
                grown.add(new TileContent(tile, hashes));
            }
        }
        takenSize = size;
        return grown;
    }

    /** The partial tiles of a tree of this size, level by level from the leaves up. */
    static List<Tile> unfinished(long size) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; Tile.hashesAt(level, size) > 0; level++) {
            long hashes = Tile.hashesAt(level, size);
            int width = (int) (hashes % Tile.FULL_WIDTH);
            if (width > 0) {
                tiles.add(new Tile(level, hashes / Tile.FULL_WIDTH, width));
            }
        }
        return tiles;
    }

    private byte[] edgeAt(int level) {
        while (edge.size() <= level) {
            edge.add(new byte[TILE_BYTES]);
        }
        return edge.get(level);
    }

    private int widthAt(int level) {
        return (int) (Tile.hashesAt(level, size) % Tile.FULL_WIDTH);
    }

    /** How many leaves a full tile of this level covers. */
    private static long sizeOfTile(int level) {
        return 1L << (8 * (level + 1));
    }
}
