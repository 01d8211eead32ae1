package org.lisolo.ledger;

import java.util.HexFormat;
import java.util.List;

/**
 * The eight leaves, node hashes and roots that the Certificate Transparency implementations test
 * each other with (google/certificate-transparency, transparency-dev/merkle {@code testonly}).
 */
final class PublishedTree {
    private PublishedTree() {}

    static final List<byte[]> LEAVES =
            List.of(
                    hex(""),
                    hex("00"),
                    hex("10"),
                    hex("2021"),
                    hex("3031"),
                    hex("40414243"),
                    hex("5051525354555657"),
                    hex("606162636465666768696a6b6c6d6e6f"));

    /** By size, from the empty tree on. */
    static final List<Hash> ROOTS =
            List.of(
                    hash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                    hash("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
                    hash("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
                    hash("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
                    hash("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
                    hash("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
                    hash("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
                    hash("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
                    hash("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"));

    static Hash hash(String hex) {
        return Hash.of(hex(hex));
    }

    static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
