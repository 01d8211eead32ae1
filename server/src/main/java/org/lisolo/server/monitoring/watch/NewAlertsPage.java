package org.lisolo.server.monitoring.watch;

import java.time.Instant;
import java.util.List;

/**
 * What has come since a position.
 *
 * @param newest the position that has been looked at up to
 */
public record NewAlertsPage(List<AlertsPage.Row> rows, long newest, Instant asOf) {
    public NewAlertsPage {
        rows = List.copyOf(rows);
    }
}
