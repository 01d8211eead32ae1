package org.lisolo.server.message;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;

/**
 * Messages that moderators took from the public's eyes. They stay in the log as they were, and only
 * a {@link Sight} for deciding shows them. Thread-safe.
 */
@Repository
public class Withholdings implements Forgets {
    private final JdbcClient jdbc;
    private final Clock clock;

    Withholdings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void withhold(MessageId message) {
        jdbc.sql("insert into message.withheld (message, at) values (?, ?) on conflict do nothing")
                .params(message.value(), Timestamp.from(clock.instant()))
                .update();
    }

    /** It is there again for whoever could see it before. */
    public void show(MessageId message) {
        jdbc.sql("delete from message.withheld where message = ?").param(message.value()).update();
    }

    /** Where nothing of a message is left, nothing is left to withhold. */
    @Override
    public void forget(Erasure erasure) {
        jdbc.sql(
                        """
                        delete from message.withheld w
                         where w.message = any(:messages)
                           and not exists (
                               select from message.event e join message.content c on c.event = e.id
                                where e.message = w.message)
                        """)
                .param(
                        "messages",
                        erasure.messages().stream().map(MessageId::value).toArray(UUID[]::new))
                .update();
    }
}
