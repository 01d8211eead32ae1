package org.lisolo.server.evidence;

import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** How long the log is, and how far the sequencer lies behind what was accepted. */
@Component
final class LogFigures implements Figures {
    private final JdbcClient jdbc;

    LogFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return jdbc.sql(
                        """
                        select (select size from evidence.log) as size,
                               (select count(*) from evidence.pending) as waiting,
                               (select coalesce(extract(epoch from now() - max(signed_at)), 0)
                                  from evidence.checkpoint) as signed
                        """)
                .query(
                        (row, _) ->
                                List.of(
                                        Figure.of("lisolo.log.entries", row.getDouble("size")),
                                        Figure.of("lisolo.log.waiting", row.getDouble("waiting")),
                                        Figure.of(
                                                "lisolo.log.signed.age", row.getDouble("signed"))))
                .single();
    }
}
