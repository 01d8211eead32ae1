package org.lisolo.server.platform;

import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * A table with sealed columns, which are sealed anew a few rows at a time:
 *
 * <pre>
 * new SealedTable(key.seal(), "people", "people.account", "id::text")
 *         .sealed("email", "account.email %s")
 *         .hashed("email_lookup", "email", "account.email")
 *         .with(jdbc, transactions)
 * </pre>
 *
 * The place of each column is that with which it was sealed, {@code %s} being the row's id. Columns
 * may be empty. Immutable.
 */
public final class SealedTable {
    private record Hashed(String column, String of, String place) {}

    private final Seal seal;
    private final String purpose;
    private final String table;
    private final String id;
    private final Map<String, String> sealed;
    private final List<Hashed> hashed;

    /**
     * Begins with no columns.
     *
     * @param purpose the word that the vault was asked with for the seal
     * @param id an expression that gives the id as it stands in the places
     */
    public SealedTable(Seal seal, String purpose, String table, String id) {
        this(seal, purpose, table, id, Map.of(), List.of());
    }

    private SealedTable(
            Seal seal,
            String purpose,
            String table,
            String id,
            Map<String, String> sealed,
            List<Hashed> hashed) {
        this.seal = seal;
        this.purpose = purpose;
        this.table = table;
        this.id = id;
        this.sealed = sealed;
        this.hashed = hashed;
    }

    public SealedTable sealed(String column, String place) {
        var more = new LinkedHashMap<>(sealed);
        more.put(column, place);
        return new SealedTable(seal, purpose, table, id, more, hashed);
    }

    /**
     * A column with the look-up hash of another.
     *
     * @param of the sealed column that holds the text
     */
    public SealedTable hashed(String column, String of, String place) {
        var more = new ArrayList<>(hashed);
        more.add(new Hashed(column, of, place));
        return new SealedTable(seal, purpose, table, id, sealed, more);
    }

    /** The bean that seals it anew. */
    public Reseals with(JdbcClient jdbc, TransactionOperations transactions) {
        return new Resealed(jdbc, transactions);
    }

    private String isOld() {
        var any = new StringJoiner(" or ");
        sealed.keySet().forEach(c -> any.add("substring(" + c + " from 1 for :n) <> :mark"));
        hashed.forEach(h -> any.add("substring(" + h.column() + " from 1 for :m) <> :lookup"));
        return any.toString();
    }

    private String allAnew() {
        var all = new StringJoiner(", ");
        sealed.keySet().forEach(column -> all.add(column + " = :" + column));
        hashed.forEach(
                h -> all.add(h.column() + " = coalesce(:" + h.column() + ", " + h.column() + ")"));
        return all.toString();
    }

    private final class Resealed implements Reseals {
        private final JdbcClient jdbc;
        private final TransactionOperations transactions;

        Resealed(JdbcClient jdbc, TransactionOperations transactions) {
            this.jdbc = jdbc;
            this.transactions = transactions;
        }

        @Override
        public String purpose() {
            return purpose;
        }

        @Override
        public Set<String> columns() {
            return Stream.concat(sealed.keySet().stream(), hashed.stream().map(Hashed::column))
                    .map(column -> table + "." + column)
                    .collect(toSet());
        }

        @Override
        public long left() {
            return marked("select count(*) from " + table + " where " + isOld())
                    .query(Long.class)
                    .single();
        }

        @Override
        public int reseal(int atMost) {
            return Optional.ofNullable(transactions.execute(_ -> someRows(atMost))).orElse(0);
        }

        /** They are locked, so what is changed meanwhile is not among them or waits. */
        private int someRows(int atMost) {
            List<Map<String, @Nullable Object>> rows =
                    marked(
                                    "select ctid::text as its_place, "
                                            + id
                                            + " as its_id, "
                                            + String.join(", ", sealed.keySet())
                                            + " from "
                                            + table
                                            + " where "
                                            + isOld()
                                            + " limit :most for update skip locked")
                            .param("most", atMost)
                            .query()
                            .listOfRows();
            rows.forEach(this::anew);
            return rows.size();
        }

        private void anew(Map<String, @Nullable Object> row) {
            var update =
                    jdbc.sql("update " + table + " set " + allAnew() + " where ctid = :place::tid")
                            .param("place", row.get("its_place"));
            Map<String, byte[]> opened = new LinkedHashMap<>();
            for (var column : sealed.entrySet()) {
                String place = column.getValue().formatted(row.get("its_id"));
                if (row.get(column.getKey()) instanceof byte[] kept) {
                    byte[] plain = seal.open(kept, place);
                    opened.put(column.getKey(), plain);
                    update = update.param(column.getKey(), seal.seal(plain, place));
                } else {
                    update = update.param(column.getKey(), null, java.sql.Types.BINARY);
                }
            }
            for (Hashed hash : hashed) {
                byte[] plain = opened.get(hash.of());
                update =
                        plain == null
                                ? update.param(hash.column(), null, java.sql.Types.BINARY)
                                : update.param(
                                        hash.column(), seal.lookup(text(plain), hash.place()));
            }
            update.update();
        }

        private JdbcClient.StatementSpec marked(String sql) {
            byte[] mark = seal.mark();
            var statement = jdbc.sql(sql).param("mark", mark).param("n", mark.length);
            byte[] lookup = seal.lookupMark();
            return hashed.isEmpty()
                    ? statement
                    : statement.param("lookup", lookup).param("m", lookup.length);
        }
    }

    private static String text(byte[] plain) {
        return new String(plain, java.nio.charset.StandardCharsets.UTF_8);
    }
}
