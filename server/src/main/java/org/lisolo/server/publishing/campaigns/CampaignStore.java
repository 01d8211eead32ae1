package org.lisolo.server.publishing.campaigns;

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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Campaigns, their pieces and their posts, at rest. */
@Repository
class CampaignStore {
    private static final String CAMPAIGNS =
            """
            select c.*, array(select piece::text from publishing.campaign_piece p
                               where p.campaign = c.id) as pieces
              from publishing.campaign c where c.organisation = :organisation
            """;

    private final JdbcClient jdbc;

    CampaignStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that end last first. */
    List<Campaign> list(OrganisationId organisation, int from, int most) {
        return jdbc.sql(CAMPAIGNS + " order by c.ends_on desc, c.id offset :from limit :most")
                .param("organisation", organisation.value())
                .param("from", from)
                .param("most", most)
                .query((row, _) -> campaign(row))
                .list();
    }

    Optional<Campaign> find(OrganisationId organisation, CampaignId id) {
        return jdbc.sql(CAMPAIGNS + " and c.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, _) -> campaign(row))
                .optional();
    }

    void add(Campaign campaign, AccountId by, Instant at) {
        Campaign.Plan plan = campaign.plan();
        jdbc.sql(
                        """
                        insert into publishing.campaign
                               (id, organisation, name, goal, audience, hashtags, begins_on,
                                ends_on, version, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                        """)
                .params(
                        campaign.id().value(),
                        campaign.organisation().value(),
                        plan.name(),
                        plan.goal(),
                        plan.audience(),
                        plan.hashtags(),
                        plan.begins(),
                        plan.ends(),
                        by.value(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        keepPieces(campaign.id(), campaign.pieces());
    }

    /** Whether the version seen was still the newest; then this stands there. */
    boolean change(
            CampaignId id,
            int seen,
            Campaign.Plan plan,
            Set<PieceId> pieces,
            AccountId by,
            Instant at) {
        boolean changed =
                jdbc.sql(
                                        """
                                        update publishing.campaign
                                           set name = ?, goal = ?, audience = ?, hashtags = ?,
                                               begins_on = ?, ends_on = ?, version = version + 1,
                                               changed_by = ?, changed_at = ?
                                         where id = ? and version = ?
                                        """)
                                .params(
                                        plan.name(),
                                        plan.goal(),
                                        plan.audience(),
                                        plan.hashtags(),
                                        plan.begins(),
                                        plan.ends(),
                                        by.value(),
                                        at.atOffset(ZoneOffset.UTC),
                                        id.value(),
                                        seen)
                                .update()
                        == 1;
        if (changed) {
            keepPieces(id, pieces);
        }
        return changed;
    }

    private void keepPieces(CampaignId id, Set<PieceId> pieces) {
        jdbc.sql("delete from publishing.campaign_piece where campaign = ?")
                .param(id.value())
                .update();
        for (PieceId piece : pieces) {
            jdbc.sql("insert into publishing.campaign_piece (campaign, piece) values (?, ?)")
                    .params(id.value(), piece.value())
                    .update();
        }
    }

    /** Which of its campaigns a post is for. */
    Optional<CampaignId> of(OrganisationId organisation, PostId post) {
        return jdbc.sql(
                        """
                        select campaign from publishing.post
                         where id = ? and organisation = ? and campaign is not null
                        """)
                .params(post.value(), organisation.value())
                .query((row, _) -> new CampaignId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether there is such a post. */
    boolean choose(OrganisationId organisation, PostId post, Optional<CampaignId> campaign) {
        return jdbc.sql(
                                """
                                update publishing.post set campaign = :campaign
                                 where id = :post and organisation = :organisation
                                """)
                        .param(
                                "campaign",
                                campaign.map(CampaignId::value).orElse(null),
                                Types.OTHER)
                        .param("post", post.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                new CampaignId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new Campaign.Plan(
                        row.getString("name"),
                        row.getString("goal"),
                        row.getString("audience"),
                        row.getString("hashtags"),
                        row.getObject("begins_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)),
                Arrays.stream((String[]) row.getArray("pieces").getArray())
                        .map(piece -> new PieceId(UUID.fromString(piece)))
                        .collect(Collectors.toSet()),
                row.getInt("version"));
    }
}
