package org.lisolo.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class LeafTests {
    private static final UUID ID = UUID.fromString("01936b2e-7c4d-7000-8000-0123456789ab");

    @Test
    void writesALeafAsDocumented() {
        Leaf leaf = new Leaf(LeafKind.ERASURE, ID, PublishedTree.ROOTS.get(2));
        assertThat(HexFormat.of().formatHex(leaf.data()))
                .isEqualTo(
                        "010201936b2e7c4d700080000123456789ab"
                            + "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(Leaf.parse(leaf.data())).isEqualTo(leaf);
    }

    @Test
    void refusesWhatIsNoLeaf() {
        byte[] data = new Leaf(LeafKind.EVENT, ID, PublishedTree.ROOTS.get(2)).data();
        byte[] otherVersion = data.clone();
        otherVersion[0] = 2;
        byte[] otherKind = data.clone();
        otherKind[1] = 9;
        for (byte[] wrong : List.of(new byte[0], new byte[49], otherVersion, otherKind)) {
            assertThatThrownBy(() -> Leaf.parse(wrong))
                    .isInstanceOf(MalformedLedgerException.class);
        }
    }

    @Test
    void writesFieldsAsDocumented() {
        byte[] bytes =
                new CanonicalBytes("s/v1")
                        .bytes("a", new byte[] {7})
                        .instant("b", Instant.parse("1969-12-31T23:59:59.999999999Z"))
                        .integer("c", 258L)
                        .list("d", List.of(new CanonicalBytes("i").text("x", "é")))
                        .text("e", null)
                        .uuid("f", ID)
                        .toBytes();
        assertThat(HexFormat.of().formatHex(bytes))
                .isEqualTo(
                        "01"
                                + "04"
                                + hex("s/v1")
                                + "01"
                                + hex("a")
                                + "02"
                                + "00000001"
                                + "07"
                                + "01"
                                + hex("b")
                                + "03"
                                + "ffffffffffffffff"
                                + "01"
                                + hex("c")
                                + "05"
                                + "0000000000000102"
                                + "01"
                                + hex("d")
                                + "06"
                                + "00000001"
                                + "0000000c"
                                + "01"
                                + "01"
                                + hex("i")
                                + "01"
                                + hex("x")
                                + "01"
                                + "00000002c3a9"
                                + "01"
                                + hex("e")
                                + "00"
                                + "01"
                                + hex("f")
                                + "04"
                                + "01936b2e7c4d700080000123456789ab");
    }

    @Test
    void tellsAbsentFromEmptyAndBytesFromText() {
        assertThat(
                        List.of(
                                HexFormat.of()
                                        .formatHex(new CanonicalBytes("s").text("a", "").toBytes()),
                                HexFormat.of()
                                        .formatHex(
                                                new CanonicalBytes("s").text("a", null).toBytes()),
                                HexFormat.of()
                                        .formatHex(
                                                new CanonicalBytes("s")
                                                        .bytes("a", new byte[0])
                                                        .toBytes())))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesNamesOutOfOrderAndTextsWithoutBytes() {
        CanonicalBytes bytes = new CanonicalBytes("s").text("b", "");
        assertThatThrownBy(() -> bytes.text("b", "")).hasMessageContaining("names rise");
        assertThatThrownBy(() -> bytes.text("a", "")).hasMessageContaining("names rise");
        assertThatThrownBy(() -> bytes.text("é", "")).hasMessageContaining("ASCII");
        assertThatThrownBy(() -> new CanonicalBytes("s").text("a", "\ud800"))
                .hasMessageContaining("half a character");
    }

    @Test
    void commitsToContentAndSalt() {
        byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
        // printf of the salt and "abc" through sha256sum
        assertThat(HexFormat.of().formatHex(Commitment.of(salt, ascii("abc")).toBytes()))
                .isEqualTo("f9b234fe3638bdd7671503b81bda6e249f96aea7e0d8ca758c8f5ab13096de90");
        assertThat(Commitment.of(Commitment.salt(new Random(1)), ascii("abc")))
                .isNotEqualTo(Commitment.of(salt, ascii("abc")));
        assertThatThrownBy(() -> Commitment.of(new byte[15], ascii("abc")))
                .hasMessageContaining("16 bytes");
    }

    private static String hex(String ascii) {
        return HexFormat.of().formatHex(ascii(ascii));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
