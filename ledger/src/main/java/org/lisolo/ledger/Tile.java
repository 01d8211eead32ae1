package org.lisolo.ledger;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a tile of C2SP tlog-tiles: {@code width} neighbouring hashes of the tree's level
 * {@code 8 * level}, of which a full tile holds 256. At level {@link #ENTRIES} it is an entry
 * bundle, which holds the leaves themselves.
 *
 * @param level 0 (leaf hashes) to 63, or {@link #ENTRIES}
 * @param index the tile's place within its level
 * @param width 1 to 256
 */
public record Tile(int level, long index, int width) {
    public static final int FULL_WIDTH = 256;

    /** The level of entry bundles. */
    public static final int ENTRIES = -1;

    private static final int HEIGHT = 8;
    private static final int MAX_LEVEL = 63;
    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL) {
            throw new MalformedLedgerException("no tile level " + level);
        }
        if (index < 0) {
            throw new MalformedLedgerException("no tile index " + index);
        }
        if (width < 1 || width > FULL_WIDTH) {
            throw new MalformedLedgerException("no tile width " + width);
        }
    }

    /**
     * Reads a path such as {@code tile/0/x001/x234/067} or {@code tile/entries/000.p/12}, in its
     * only spelling.
     */
    public static Tile parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            throw new MalformedLedgerException("not a tile path");
        }
        int level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replace("x", "").replace("/", ""));
        String width = parts.group(3);
        Tile tile = new Tile(level, index, width == null ? FULL_WIDTH : Integer.parseInt(width));
        if (!tile.path().equals(path)) {
            throw new MalformedLedgerException("not the spelling of a tile path");
        }
        return tile;
    }

    /** The path below the log's prefix, without a leading slash. */
    public String path() {
        StringBuilder path = new StringBuilder();
        long rest = index;
        do {
            String part = String.format(Locale.ROOT, "%03d", rest % 1000);
            path.insert(0, path.isEmpty() ? part : "x" + part + "/");
            rest /= 1000;
        } while (rest > 0);
        path.insert(0, "tile/" + (level == ENTRIES ? "entries" : level) + "/");
        return isFull() ? path.toString() : path + ".p/" + width;
    }

    public boolean isFull() {
        return width == FULL_WIDTH;
    }

    /** Whether a tree of this size has this tile, at least so wide. */
    public boolean isWithin(long size) {
        return width <= widthAt(level, index, size);
    }

    /** How many hashes the tile at this place has in a tree of this size: 0 to 256. */
    public static int widthAt(int level, long index, long size) {
        long hashes = hashesAt(level, size);
        return Math.clamp(hashes - index * FULL_WIDTH, 0, FULL_WIDTH);
    }

    /** The tile, as wide as it is in a tree of this size, that a node's hash is computed from. */
    static Tile holding(Node node, long size) {
        int level = node.level() / HEIGHT;
        long index = (node.index() << (node.level() % HEIGHT)) / FULL_WIDTH;
        int width = widthAt(level, index, size);
        if (width == 0) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no " + node);
        }
        return new Tile(level, index, width);
    }

    /** How many hashes a level of tiles has in all in a tree of this size. */
    static long hashesAt(int level, long size) {
        int shift = Math.max(level, 0) * HEIGHT;
        return shift >= Long.SIZE ? 0 : size >>> shift;
    }
}
