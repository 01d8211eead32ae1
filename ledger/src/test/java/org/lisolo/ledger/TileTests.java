package org.lisolo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class TileTests {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "1, 999, 12, tile/1/999.p/12",
        "63, 1000, 255, tile/63/x001/000.p/255",
        "-1, 7, 1, tile/entries/007.p/1"
    })
    void writesAndReadsPathsAsTheStandardSaysThem(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo(path);
        assertThat(Tile.parse(path)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tile/0",
                "tile/00/000",
                "tile/64/000",
                "tile/-1/000",
                "tile/0/0",
                "tile/0/0000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/x001",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/01",
                "tile/data/000",
                "/tile/0/000",
                "tile/0/000/",
                "tile/0/..",
                "tile/0/x999/x999/x999/x999/x999/x999/x999/999"
            })
    void refusesEveryOtherSpelling(String path) {
        assertThatThrownBy(() -> Tile.parse(path)).isInstanceOf(MalformedLedgerException.class);
    }

    /** The two examples of C2SP tlog-tiles, "Partial Tiles". */
    @Test
    void hasTheTilesOfTheStandardsExamples() {
        assertThat(Tile.hashesAt(0, 70_000)).isEqualTo(273 * 256 + 112);
        assertThat(GrowingTree.unfinished(70_000))
                .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
        assertThat(GrowingTree.unfinished(256)).containsExactly(new Tile(1, 0, 1));
        assertThat(new Tile(0, 0, 256).isWithin(256)).isTrue();
        assertThat(new Tile(0, 1, 1).isWithin(256)).isFalse();
    }

    @Test
    void handsOverEachFullTileOnceAndTheUnfinishedOnesThatGrew() {
        GrowingTree tree = new GrowingTree();
        for (int i = 0; i < 600; i++) {
            tree.append(new byte[] {(byte) i});
        }
        assertThat(tree.takeGrown())
                .extracting(TileContent::tile)
                .containsExactly(
                        new Tile(0, 0, 256),
                        new Tile(0, 1, 256),
                        new Tile(0, 2, 88),
                        new Tile(1, 0, 2));
        assertThat(tree.takeGrown()).isEmpty();
        tree.append(new byte[] {1});
        List<TileContent> grown = tree.takeGrown();
        assertThat(grown).extracting(TileContent::tile).containsExactly(new Tile(0, 2, 89));
        assertThat(grown.getFirst().hashes()).hasSize(89 * 32);
    }
}
