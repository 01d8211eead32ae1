package org.lisolo.server.monitoring.watch;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertFilter;
import org.lisolo.server.people.Action;
import org.lisolo.server.people.Purpose;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.CsvWriter;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The alerts that a filter shows, as a table to take along; read a page at a time. */
@Component
class AlertsCsv {
    /** What a spreadsheet still opens with ease. */
    static final int MOST_ROWS = 20_000;

    private static final int AT_ONCE = 500;

    private static final List<String> COLUMNS =
            List.of(
                    "received_at",
                    "raised_at",
                    "urgency",
                    "rules",
                    "channel",
                    "author",
                    "text",
                    "version",
                    "deleted_at",
                    "case",
                    "message");

    private final Alerts alerts;
    private final AuditTrail trail;

    AlertsCsv(Alerts alerts, AuditTrail trail) {
        this.alerts = alerts;
        this.trail = trail;
    }

    void write(SignedIn who, AlertFilter filter, Purpose purpose, Writer out) throws IOException {
        if (!AlertsController.mayExport(who)) {
            throw Problem.forbidden("monitoring.alerts.export.forbidden");
        }
        Sight sight = Sight.of(who, Action.EXPORT_ALERTS, purpose);
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row(COLUMNS);
            long before = Long.MAX_VALUE;
            for (int written = 0; written < MOST_ROWS; written += AT_ONCE) {
                List<Alert> page = alerts.before(who, filter, before, AT_ONCE);
                List<AlertsPage.Row> rows = alerts.rows(who, page, sight);
                trail.part();
                rows.forEach(row -> csv.row(cells(row)));
                if (page.size() < AT_ONCE) {
                    return;
                }
                before = page.getLast().position();
            }
        }
    }

    private static List<String> cells(AlertsPage.Row row) {
        return List.of(
                iso(row.alert().receivedAt()),
                iso(row.alert().raisedAt()),
                row.urgency().key(),
                String.join("; ", row.rules()),
                row.channel(),
                row.author(),
                row.text().map(Excerpt::plain).orElse(""),
                Integer.toString(row.version()),
                row.deleted().map(AlertsCsv::iso).orElse(""),
                Integer.toString(row.caseNumber()),
                row.alert().message().toString());
    }

    private static String iso(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
