package org.lisolo.ledger;

/**
 * A tile with its hashes, {@code 32 * tile.width()} bytes. The array is not copied: whoever hands
 * it over leaves it alone.
 */
@SuppressWarnings("ArrayRecordComponent") // tiles are compared by their place
public record TileContent(Tile tile, byte[] hashes) {}
