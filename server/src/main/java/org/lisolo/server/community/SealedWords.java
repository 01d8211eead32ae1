package org.lisolo.server.community;

import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.stereotype.Component;

import java.util.UUID;

/**
 * Words that only a few people may read: each is sealed for its column and row, {@code "report"},
 * {@code "words"} and the row's id. Thread-safe.
 */
@Component
public class SealedWords {
    /** The word that the vault is asked with. */
    public static final String PURPOSE = "community";

    private final Seal seal;

    SealedWords(Vault vault) {
        seal = vault.of(PURPOSE);
    }

    public byte[] seal(String words, String table, String column, UUID id) {
        return seal.seal(words, place(table, column).formatted(id));
    }

    public String open(byte[] sealed, String table, String column, UUID id) {
        return seal.openText(sealed, place(table, column).formatted(id));
    }

    /** The hash to keep, by which something is found without being told. */
    public byte[] lookup(String text, String of) {
        return seal.lookup(text, of);
    }

    /** All hashes under which it may have been kept. */
    public byte[][] lookups(String text, String of) {
        return seal.lookups(text, of);
    }

    /** A table of this module whose columns hold such words. */
    SealedTable table(String table, String... columns) {
        var all = new SealedTable(seal, PURPOSE, "community." + table, id(table) + "::text");
        for (String column : columns) {
            all = all.sealed(column, place(table, column));
        }
        return all;
    }

    private static String id(String table) {
        return table.equals("appeal") ? "decision" : "id";
    }

    private static String place(String table, String column) {
        return "community." + table + "." + column + " %s";
    }
}
