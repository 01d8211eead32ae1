package org.lisolo.server.monitoring.watch;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.alerts.Alert;
import org.lisolo.server.monitoring.alerts.AlertFilter;
import org.lisolo.server.monitoring.rules.RuleLink;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of alerts.
 *
 * @param rules by id, for the filter
 * @param channels by id, for the filter
 * @param count of all that the filter lets through
 * @param counted whether the count is exact; else there are at least as many
 * @param newest the position that the page has seen everything up to
 * @param query the filter as it stands in the address
 * @param older address of the next page; empty at the end
 * @param first whether this is the newest page, which grows live
 */
public record AlertsPage(
        AlertFilter filter,
        Map<String, String> rules,
        Map<String, String> channels,
        List<Row> rows,
        int count,
        boolean counted,
        long newest,
        Map<String, String> query,
        String older,
        boolean first,
        boolean mayExport,
        boolean mayEditRules,
        Instant asOf) {
    public AlertsPage {
        rows = List.copyOf(rows);
    }

    /** An address of the same filter. */
    public String address(String path) {
        return Addresses.with(path, query);
    }

    public String liveAddress() {
        return "/work/alerts/live?after=" + newest;
    }

    /**
     * One alert.
     *
     * @param links the rules that matched
     * @param text empty when the content was erased
     * @param version which version of the message it was, from 1; 0 if unknown
     * @param deleted when the message was deleted
     */
    public record Row(
            Alert alert,
            List<RuleLink> links,
            String channel,
            String author,
            Optional<Excerpt> text,
            int version,
            boolean editedSince,
            Optional<Instant> deleted,
            int caseNumber,
            boolean caseOpen,
            Optional<String> caseAssignee,
            Optional<String> caseTeam) {
        public List<String> rules() {
            return links.stream().map(RuleLink::name).toList();
        }

        public Urgency urgency() {
            return alert.urgency();
        }

        public String casePath() {
            return "/work/cases/" + alert.caseId();
        }
    }
}
