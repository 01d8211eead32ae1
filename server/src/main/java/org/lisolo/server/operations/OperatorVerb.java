package org.lisolo.server.operations;

import org.lisolo.server.people.OperatorLink;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.time.Clock;

/** {@code lisolo operator}: a link that makes whoever opens it look after the platform. */
final class OperatorVerb {
    private static final String USAGE =
            """
            lisolo operator    prints a link: one of the staff who is signed in and opens it looks
                               after the platform from then on\
            """;

    private final Operator operator;

    OperatorVerb(Operator operator) {
        this.operator = operator;
    }

    int run() throws Exception {
        if (!operator.words().isEmpty()) {
            return operator.usage(USAGE);
        }
        RunningDatabase database = RunningDatabase.of(operator.settings());
        String site = RunningDatabase.settings(operator.settings(), OperatorVerb::site);
        try (var connection = database.connect()) {
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            operator.say(site + OperatorLink.make(jdbc, Clock.systemUTC()));
        }
        operator.say(
                "It works once, within "
                        + OperatorLink.MINUTES
                        + " minutes, for one of the staff who is signed in.");
        return 0;
    }

    private static String site(Environment settings) {
        return settings.getProperty(
                "lisolo.address",
                "http://localhost:" + settings.getProperty("server.port", "8080"));
    }
}
