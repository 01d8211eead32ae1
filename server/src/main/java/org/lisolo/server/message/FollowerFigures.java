package org.lisolo.server.message;

import org.lisolo.server.evidence.Log;
import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.stream.Stream;

/** How far each follower lies behind the log, and what it could not take. */
@Component
class FollowerFigures implements Figures {
    private final Log log;
    private final JdbcClient jdbc;

    FollowerFigures(Log log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    private record Standing(String follower, long position, long skipped) {}

    @Override
    public List<Figure> figures() {
        List<Standing> standings =
                jdbc.sql(
                                """
                                select c.follower, c.position,
                                       (select count(*) from message.skipped s
                                         where s.follower = c.follower) as skipped
                                  from message.cursor c
                                """)
                        .query(
                                (row, _) ->
                                        new Standing(
                                                row.getString("follower"),
                                                row.getLong("position"),
                                                row.getLong("skipped")))
                        .list();
        long size = log.size();
        return standings.stream().flatMap(one -> figures(one, size)).toList();
    }

    private static Stream<Figure> figures(Standing one, long size) {
        double behind = (double) Math.max(0, size - one.position());
        return Stream.of(
                Figure.of("lisolo.follower.behind", "follower", one.follower(), behind),
                Figure.of(
                        "lisolo.follower.skipped",
                        "follower",
                        one.follower(),
                        (double) one.skipped()));
    }
}
