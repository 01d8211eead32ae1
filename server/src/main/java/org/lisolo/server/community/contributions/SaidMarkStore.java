package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.people.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What readers add to contributions. */
@Repository
public class SaidMarkStore {
    private final JdbcClient jdbc;
    private final DiscussionStore discussions;

    SaidMarkStore(JdbcClient jdbc, DiscussionStore discussions) {
        this.jdbc = jdbc;
        this.discussions = discussions;
    }

    /** Adds it, or takes it back if it is there. */
    public void turn(Contribution on, AccountId account, Reaction kind, boolean professional) {
        int there =
                jdbc.sql(
                                """
                                delete from community.reaction
                                 where contribution = ? and account = ? and kind = ?
                                """)
                        .params(on.id().value(), account.value(), kind.name())
                        .update();
        if (there == 0) {
            jdbc.sql(
                            """
                            insert into community.reaction (contribution, account, kind, professional)
                            values (?, ?, ?, ?) on conflict do nothing
                            """)
                    .params(on.id().value(), account.value(), kind.name(), professional)
                    .update();
        }
        discussions.changed(List.of(on.discussion()));
    }

    /** Accepts an answer in place of another, or takes that back. */
    public void accept(ContributionId discussion, ContributionId answer, Instant at) {
        int there =
                jdbc.sql("delete from community.accepted where discussion = ? and contribution = ?")
                        .params(discussion.value(), answer.value())
                        .update();
        if (there == 0) {
            jdbc.sql(
                            """
                            insert into community.accepted (discussion, contribution, at)
                            values (?, ?, ?)
                            on conflict (discussion)
                                do update set contribution = excluded.contribution, at = excluded.at
                            """)
                    .params(discussion.value(), answer.value(), Timestamp.from(at))
                    .update();
        }
        discussions.changed(List.of(discussion));
    }

    void answeredByProfessional(ContributionId discussion, ContributionId answer) {
        jdbc.sql(
                        """
                        insert into community.professional_answer (contribution, discussion)
                        values (?, ?) on conflict do nothing
                        """)
                .params(answer.value(), discussion.value())
                .update();
    }

    /** Those of these discussions that a verified health professional has answered. */
    public Set<ContributionId> answeredByProfessionals(Collection<ContributionId> discussions) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select distinct p.discussion from community.professional_answer p
                                  join community.contribution c on c.id = p.contribution
                                 where p.discussion = any(?)
                                   and c.deleted_at is null and c.hidden_at is null
                                """)
                        .param(ids(discussions))
                        .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** In two queries; what has none is not in the answer. */
    public Map<ContributionId, Marks> of(
            Collection<ContributionId> contributions, Optional<AccountId> reader) {
        Map<ContributionId, Marks> marks = new HashMap<>();
        jdbc.sql(
                        """
                        select contribution, kind, count(*) as times,
                               count(*) filter (where professional) as clinicians,
                               coalesce(bool_or(account = :reader), false) as mine
                          from community.reaction where contribution = any(:contributions)
                         group by contribution, kind
                        """)
                .param("contributions", ids(contributions))
                .param("reader", reader.map(AccountId::value).orElse(null), Types.OTHER)
                .query(
                        row -> {
                            var id = new ContributionId(row.getObject("contribution", UUID.class));
                            Reaction kind = Reaction.valueOf(row.getString("kind"));
                            marks.merge(
                                    id,
                                    new Marks(
                                            Map.of(kind, row.getInt("times")),
                                            row.getBoolean("mine") ? Set.of(kind) : Set.of(),
                                            kind == Reaction.HELPFUL ? row.getInt("clinicians") : 0,
                                            false),
                                    SaidMarkStore::both);
                        });
        jdbc.sql("select contribution from community.accepted where contribution = any(?)")
                .param(ids(contributions))
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .list()
                .forEach(
                        id ->
                                marks.merge(
                                        id,
                                        new Marks(Map.of(), Set.of(), 0, true),
                                        SaidMarkStore::both));
        return marks;
    }

    private static Marks both(Marks one, Marks other) {
        var counts = new EnumMap<Reaction, Integer>(Reaction.class);
        counts.putAll(one.counts());
        counts.putAll(other.counts());
        var mine = EnumSet.noneOf(Reaction.class);
        mine.addAll(one.mine());
        mine.addAll(other.mine());
        return new Marks(
                counts,
                mine,
                one.clinicians() + other.clinicians(),
                one.accepted() || other.accepted());
    }

    /** Says that a question was asked before; of no other it may be said that it was asked here. */
    public void duplicate(
            ContributionId discussion, Optional<ContributionId> original, Instant at) {
        List<ContributionId> changed = new ArrayList<>(List.of(discussion));
        original(discussion).ifPresent(changed::add);
        jdbc.sql("delete from community.duplicate where discussion = ?")
                .param(discussion.value())
                .update();
        original.ifPresent(
                named -> {
                    jdbc.sql(
                                    """
                                    insert into community.duplicate (discussion, original, at)
                                    values (?, ?, ?) on conflict do nothing
                                    """)
                            .params(discussion.value(), named.value(), Timestamp.from(at))
                            .update();
                    jdbc.sql("update community.duplicate set original = ? where original = ?")
                            .params(named.value(), discussion.value())
                            .update();
                });
        discussions.changed(changed);
    }

    public Optional<ContributionId> original(ContributionId discussion) {
        return jdbc.sql("select original from community.duplicate where discussion = ?")
                .param(discussion.value())
                .query((row, _) -> new ContributionId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static UUID[] ids(Collection<ContributionId> contributions) {
        return contributions.stream().map(ContributionId::value).toArray(UUID[]::new);
    }
}
