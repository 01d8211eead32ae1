package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.Role;
import org.lisolo.server.publishing.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** By when somebody is to agree, and who may afterwards. */
@Repository
class DeadlineStore {
    private final JdbcClient jdbc;

    DeadlineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A post that waits longer than it should. */
    record Overdue(OrganisationId organisation, PostId post) {}

    Optional<Reserve> reserve(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select deadline_hours, reserve_role, reserve from publishing.approval
                         where organisation = ? and deadline_hours is not null
                        """)
                .param(organisation.value())
                .query((row, _) -> reserve(row))
                .optional();
    }

    private static Reserve reserve(ResultSet row) throws SQLException {
        @Nullable String role = row.getString("reserve_role");
        return new Reserve(
                row.getInt("deadline_hours"),
                Arrays.stream(Role.values()).filter(one -> one.name().equals(role)).findFirst(),
                Optional.ofNullable(row.getObject("reserve", UUID.class)).map(AccountId::new));
    }

    /** The organisation's order has to be there. */
    void keep(OrganisationId organisation, Optional<Reserve> reserve) {
        jdbc.sql(
                        """
                        update publishing.approval
                           set deadline_hours = :hours, reserve_role = :role, reserve = :person
                         where organisation = :organisation
                        """)
                .param("organisation", organisation.value())
                .param("hours", reserve.map(Reserve::hours).orElse(null), java.sql.Types.INTEGER)
                .param(
                        "role",
                        reserve.flatMap(Reserve::role).map(Role::name).orElse(null),
                        java.sql.Types.VARCHAR)
                .param(
                        "person",
                        reserve.flatMap(Reserve::person).map(AccountId::value).orElse(null),
                        java.sql.Types.OTHER)
                .update();
    }

    /** A step begins: its deadline is in place of the one before. */
    void begin(PostId post, int version, Instant due) {
        end(post);
        jdbc.sql(
                        """
                        insert into publishing.post_deadline (post, version, due_at)
                        values (?, ?, ?)
                        """)
                .params(post.value(), version, PostStore.utc(due))
                .update();
    }

    void end(PostId post) {
        jdbc.sql("delete from publishing.post_deadline where post = ?")
                .param(post.value())
                .update();
    }

    Optional<Instant> of(Post post) {
        return jdbc.sql(
                        "select due_at from publishing.post_deadline where post = ? and version ="
                                + " ?")
                .params(post.id().value(), post.version())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /**
     * Those whose deadline has passed and of which nobody in reserve was told; now they count as.
     */
    List<Overdue> takeUntold(Instant now) {
        return jdbc.sql(
                        """
                        update publishing.post_deadline d set told_at = :now
                          from publishing.post p
                         where p.id = d.post and p.state = 'ASKED' and p.version = d.version
                           and d.told_at is null and d.due_at <= :now
                        returning p.organisation, p.id
                        """)
                .param("now", PostStore.utc(now))
                .query(
                        (row, _) ->
                                new Overdue(
                                        new OrganisationId(row.getObject(1, UUID.class)),
                                        new PostId(row.getObject(2, UUID.class))))
                .list();
    }
}
