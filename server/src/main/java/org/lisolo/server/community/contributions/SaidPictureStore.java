package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.message.AwaitsBlobs;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.message.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How large the pictures of contributions are, and which wait to be looked through. */
@Repository
public class SaidPictureStore implements Forgets, AwaitsBlobs {
    /** So long their author has to look them through, once the words are decided on. */
    private static final Duration WAITING = Duration.ofHours(23);

    /** However long the words wait. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final JdbcClient jdbc;

    SaidPictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A picture drawn anew, of so many bytes. */
    public record Size(ContentHash hash, int width, int height, int bytes) {
        SaidPicture described(String alt) {
            return new SaidPicture(hash, alt, width, height, bytes);
        }

        public ShownPicture shown(String alt) {
            return new ShownPicture(hash.hex(), alt, width, height, bytes);
        }
    }

    void keep(ContributionId of, Size one) {
        jdbc.sql(
                        """
                        insert into community.picture (contribution, hash, width, height, bytes)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(of.value(), one.hash().hex(), one.width(), one.height(), one.bytes())
                .update();
    }

    public Map<ContributionId, Map<String, Size>> of(Collection<ContributionId> contributions) {
        Map<ContributionId, Map<String, Size>> all = new HashMap<>();
        jdbc.sql("select * from community.picture where contribution = any(?)")
                .param(contributions.stream().map(ContributionId::value).toArray(UUID[]::new))
                .query(
                        row -> {
                            all.computeIfAbsent(
                                            new ContributionId(
                                                    row.getObject("contribution", UUID.class)),
                                            _ -> new HashMap<>())
                                    .put(row.getString("hash"), size(row));
                        });
        return all;
    }

    void await(ContributionId of, Size one, Instant now) {
        jdbc.sql(
                        """
                        insert into community.waiting_picture
                            (contribution, hash, width, height, bytes, kept_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        of.value(),
                        one.hash().hex(),
                        one.width(),
                        one.height(),
                        one.bytes(),
                        Timestamp.from(now))
                .update();
    }

    /** Those of words that were decided on are there as if they had come now. */
    void renew(ContributionId of, Instant now) {
        jdbc.sql("update community.waiting_picture set kept_at = ? where contribution = ?")
                .params(Timestamp.from(now), of.value())
                .update();
    }

    /** What nobody looked through in time, but for what comes with words that wait themselves. */
    void removeOld(Instant now) {
        jdbc.sql(
                        """
                        delete from community.waiting_picture w
                         where w.kept_at < :before
                           and (w.kept_at < :long_before or not exists (
                                select from community.held h
                                 where h.id = w.contribution and h.refused_at is null))
                        """)
                .param("before", Timestamp.from(now.minus(WAITING)))
                .param("long_before", Timestamp.from(now.minus(LONGEST)))
                .update();
    }

    @Override
    public List<ContentHash> awaited() {
        return jdbc.sql("select distinct hash from community.waiting_picture")
                .query((row, _) -> new ContentHash(row.getString(1)))
                .list();
    }

    List<Size> waiting(ContributionId of) {
        return jdbc.sql(
                        """
                        select * from community.waiting_picture
                         where contribution = ? order by kept_at, hash
                        """)
                .param(of.value())
                .query((row, _) -> size(row))
                .list();
    }

    /** What stands in a discussion and has pictures that wait. */
    List<ContributionId> awaited(ContributionId discussion) {
        return jdbc.sql(
                        """
                        select c.id from community.contribution c
                         where c.discussion = ? and exists (
                             select from community.waiting_picture w
                              where w.contribution = c.id)
                         order by c.id
                        """)
                .param(discussion.value())
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .list();
    }

    void decided(ContributionId of, ContentHash hash) {
        jdbc.sql("delete from community.waiting_picture where contribution = ? and hash = ?")
                .params(of.value(), hash.hex())
                .update();
    }

    void forget(ContributionId of) {
        jdbc.sql("delete from community.waiting_picture where contribution = ?")
                .param(of.value())
                .update();
    }

    private static Size size(ResultSet row) throws SQLException {
        return new Size(
                new ContentHash(row.getString("hash")),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("bytes"));
    }

    @Override
    public void forget(Erasure erasure) {
        UUID[] messages = erasure.messages().stream().map(MessageId::value).toArray(UUID[]::new);
        for (String table : List.of("picture", "waiting_picture")) {
            jdbc.sql(
                            "delete from community."
                                    + table
                                    + " where contribution in (select id from"
                                    + " community.contribution where message = any(?))")
                    .param(messages)
                    .update();
        }
    }
}
