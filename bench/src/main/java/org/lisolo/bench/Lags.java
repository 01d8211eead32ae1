package org.lisolo.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** How many seconds each stage is behind what was accepted. */
final class Lags {
    private static final String SEQUENCER = "sequencer";

    private final Connection connection;
    private final Progress accepted;
    private final Map<String, Double> most = new TreeMap<>();
    private Map<String, Double> now = Map.of();

    Lags(Connection connection, Progress accepted) {
        this.connection = connection;
        this.accepted = accepted;
    }

    /** Looks, and remembers the most of each. */
    void look() throws SQLException {
        Map<String, Double> seen = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select '"
                                        + SEQUENCER
                                        + "', size from evidence.log"
                                        + " union all select follower, position"
                                        + " from message.cursor")) {
            while (row.next()) {
                seen.put(row.getString(1), accepted.secondsBehind(row.getLong(2)));
            }
        }
        seen.forEach((stage, lag) -> most.merge(stage, lag, Math::max));
        now = seen;
    }

    Map<String, Double> now() {
        return now;
    }

    Map<String, Double> most() {
        return most;
    }

    double greatest() {
        return most.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    double greatestNow() {
        return now.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }
}
