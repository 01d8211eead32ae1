package org.lisolo.server.community.discussions;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.contributions.Discussion;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.platform.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;

/** What moderators keep at the top of a space: a few, for else nothing is at the top. */
@Repository
class Pins {
    private static final int AT_MOST = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Pins(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void pin(Space space, Discussion about) {
        if (!about.space().equals(space.id())) {
            throw Problem.notFound("discussions.problem.unknown");
        }
        long pinned =
                jdbc.sql("select count(*) from community.pin where space = ?")
                        .param(space.id().value())
                        .query(Long.class)
                        .single();
        if (pinned >= AT_MOST) {
            throw Problem.conflict("spaces.problem.pins", AT_MOST);
        }
        jdbc.sql(
                        """
                        insert into community.pin (space, discussion, at) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(space.id().value(), about.id().value(), Timestamp.from(clock.instant()))
                .update();
    }

    void unpin(SpaceId space, ContributionId discussion) {
        jdbc.sql("delete from community.pin where space = ? and discussion = ?")
                .params(space.value(), discussion.value())
                .update();
    }
}
