package org.lisolo.server.people.letters;

import org.lisolo.server.platform.Figure;
import org.lisolo.server.platform.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;

/** Letters that have not left yet, and those of them that were tried in vain. */
@Component
class LetterFigures implements Figures {
    private final JdbcClient jdbc;

    LetterFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Figure> figures() {
        return jdbc.sql(
                        """
                        select count(*) as waiting,
                               count(*) filter (where failure is not null) as failed
                          from people.letter where until > now()
                        """)
                .query(
                        (row, _) ->
                                List.of(
                                        Figure.of("lisolo.mail.waiting", row.getDouble("waiting")),
                                        Figure.of("lisolo.mail.failed", row.getDouble("failed"))))
                .single();
    }
}
