package org.lisolo.server.publishing.campaigns;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Short links and how often they were followed, at rest. Nothing is kept of who did. */
@Repository
class ShortLinkStore {
    private final JdbcClient jdbc;

    ShortLinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Clicks of one link on one day. */
    record Clicks(ShortLink link, LocalDate day, long clicks) {}

    /** Whether the code was free. */
    boolean add(OrganisationId organisation, ShortLink link, AccountId by, Instant at) {
        return jdbc.sql(
                                """
                                insert into publishing.short_link
                                       (code, organisation, campaign, post, channel, address,
                                        made_by, made_at)
                                values (:code, :organisation, :campaign, :post, :channel,
                                        :address, :by, :at)
                                on conflict do nothing
                                """)
                        .param("code", link.code())
                        .param("organisation", organisation.value())
                        .param("campaign", link.campaign().value())
                        .param("post", link.post().map(PostId::value).orElse(null), Types.OTHER)
                        .param(
                                "channel",
                                link.channel().map(ChannelId::value).orElse(null),
                                Types.OTHER)
                        .param("address", link.address())
                        .param("by", by.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Where a link leads, and whose it is. */
    record Way(String address, OrganisationId organisation) {}

    Optional<Way> way(String code) {
        return jdbc.sql("select address, organisation from publishing.short_link where code = ?")
                .param(code)
                .query(
                        (row, _) ->
                                new Way(
                                        row.getString("address"),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class))))
                .optional();
    }

    void count(String code, LocalDate day) {
        jdbc.sql(
                        """
                        insert into publishing.short_link_day as d (code, day, clicks)
                        values (?, ?, 1)
                        on conflict (code, day) do update set clicks = d.clicks + 1
                        """)
                .params(code, day)
                .update();
    }

    List<ShortLink> of(CampaignId campaign) {
        return jdbc.sql(
                        """
                        select l.*, (select coalesce(sum(clicks), 0)
                                       from publishing.short_link_day d
                                      where d.code = l.code) as clicks
                          from publishing.short_link l where l.campaign = ? order by l.made_at
                        """)
                .param(campaign.value())
                .query((row, _) -> link(row))
                .list();
    }

    /** On links in posts that were begun from a piece. */
    long clicks(PieceId piece) {
        return jdbc.sql(
                        """
                        select coalesce(sum(d.clicks), 0)
                          from publishing.short_link_day d
                          join publishing.short_link l on l.code = d.code
                          join publishing.post p on p.id = l.post
                         where p.piece = ?
                        """)
                .param(piece.value())
                .query(Long.class)
                .single();
    }

    List<Clicks> byDay(CampaignId campaign) {
        return jdbc.sql(
                        """
                        select l.*, d.day, d.clicks
                          from publishing.short_link l
                          join publishing.short_link_day d on d.code = l.code
                         where l.campaign = ? order by d.day
                        """)
                .param(campaign.value())
                .query(
                        (row, _) ->
                                new Clicks(
                                        link(row),
                                        row.getObject("day", LocalDate.class),
                                        row.getLong("clicks")))
                .list();
    }

    private static ShortLink link(ResultSet row) throws SQLException {
        @Nullable UUID post = row.getObject("post", UUID.class);
        @Nullable UUID channel = row.getObject("channel", UUID.class);
        return new ShortLink(
                row.getString("code"),
                new CampaignId(row.getObject("campaign", UUID.class)),
                Optional.ofNullable(post).map(PostId::new),
                Optional.ofNullable(channel).map(ChannelId::new),
                row.getString("address"),
                row.getLong("clicks"));
    }
}
