package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Checkpoint;
import org.lisolo.ledger.GrowingTree;
import org.lisolo.ledger.Hash;
import org.lisolo.ledger.Leaf;
import org.lisolo.ledger.NoteSigner;
import org.lisolo.ledger.SignedNote;
import org.lisolo.ledger.TileContent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * The right to write the log, from an election to the next. All that it writes goes through the
 * connection that holds the lock, and each transaction checks and locks the term's number: once
 * another node has begun a later term, this one can commit nothing more. After any exception a term
 * is over, for its tree may be ahead of the database.
 */
final class Term implements AutoCloseable {
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final SingleConnectionDataSource source;
    private final TransactionTemplate transaction;
    private final NoteSigner signer;
    private final InstantSource time;
    private final long number;
    private final GrowingTree tree;

    /**
     * Begins the next term.
     *
     * @param connection holds the lock; it is closed with the term
     */
    Term(Connection connection, LogFiles files, String origin, InstantSource time) {
        this.source = new SingleConnectionDataSource(connection, true);
        this.template = new JdbcTemplate(source);
        this.jdbc = JdbcClient.create(template);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
        this.time = time;
        LogOpening opening = new LogOpening(jdbc, files, time);
        this.signer = opening.signer(origin);
        this.number =
                jdbc.sql("update evidence.log set term = term + 1 returning term")
                        .query(Long.class)
                        .single();
        this.tree = opening.tree(signer);
    }

    /** Whether leaves wait for their place. */
    boolean hasWork() {
        return jdbc.sql("select exists (select from evidence.pending)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives the next leaves their place, and signs.
     *
     * @param limit at most so many
     * @return how many
     */
    Growth grow(int limit) {
        return Objects.requireNonNull(transaction.execute(_ -> growWithin(limit)));
    }

    /**
     * What a transaction added.
     *
     * @param leaves how many
     * @param head the new checkpoint; none if nothing was added
     */
    record Growth(int leaves, @Nullable SignedNote head) {}

    private Growth growWithin(int limit) {
        checkTurn();
        List<Leaf> leaves = place(limit);
        if (leaves.isEmpty()) {
            return new Growth(0, null);
        }
        leaves.forEach(leaf -> tree.append(leaf.data()));
        keepTiles(tree.takeGrown());
        SignedNote head = sign(tree.root());
        jdbc.sql("update evidence.log set size = :size").param("size", tree.size()).update();
        jdbc.sql("select pg_notify('lisolo', :word)")
                .param("word", GrowthSignals.CHANNEL + " " + tree.size())
                .query()
                .listOfRows();
        return new Growth(leaves.size(), head);
    }

    private void checkTurn() {
        long size =
                jdbc.sql("select size from evidence.log where term = :term for update")
                        .param("term", number)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(() -> new Deposed(number));
        if (size != tree.size()) {
            throw new IllegalStateException(
                    "the log has " + size + " entries and not " + tree.size());
        }
    }

    private List<Leaf> place(int limit) {
        return jdbc.sql(
                        """
                        with next as (
                            select seq from evidence.pending order by seq limit :limit
                        ), taken as (
                            delete from evidence.pending p using next
                            where p.seq = next.seq
                            returning p.seq, p.kind, p.id, p.commitment
                        ), placed as (
                            insert into evidence.entry (position, kind, id, commitment)
                            select :size + row_number() over (order by seq), kind, id, commitment
                            from taken
                            returning position, kind, id, commitment
                        )
                        select kind, id, commitment from placed order by position
                        """)
                .param("limit", limit)
                .param("size", tree.size())
                .query((row, _) -> LogStore.leaf(row))
                .list();
    }

    private void keepTiles(List<TileContent> grown) {
        template.batchUpdate(
                """
                insert into evidence.tile (level, index, hashes) values (?, ?, ?)
                on conflict (level, index) do update set hashes = excluded.hashes
                """,
                grown,
                grown.size(),
                (row, content) -> {
                    row.setInt(1, content.tile().level());
                    row.setLong(2, content.tile().index());
                    row.setBytes(3, content.hashes());
                });
    }

    /** Keeps the last checkpoint of each minute: enough to date what happened, and no flood. */
    private SignedNote sign(Hash root) {
        Instant now = time.instant();
        SignedNote head = new Checkpoint(signer.name(), tree.size(), root).sign(signer);
        jdbc.sql("delete from evidence.checkpoint where signed_at >= :minute and size > 0")
                .param("minute", now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql(
                        """
                        insert into evidence.checkpoint (size, note, signed_at)
                        values (:size, :note, :now)
                        """)
                .param("size", tree.size())
                .param("note", head.toString())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return head;
    }

    @Override
    public void close() {
        source.destroy();
    }

    /** Another node has begun a later term. */
    static final class Deposed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Deposed(long term) {
            super("term " + term + " of the log is over");
        }
    }
}
