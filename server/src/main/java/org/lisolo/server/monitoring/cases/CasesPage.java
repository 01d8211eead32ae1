package org.lisolo.server.monitoring.cases;

import org.lisolo.screening.Excerpt;
import org.lisolo.server.monitoring.Addresses;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The list of cases.
 *
 * @param counts of each view
 * @param rules by id, for the filter
 * @param teams by id, for the filter
 * @param older address of the next page; empty at the end
 */
public record CasesPage(
        CaseFilter filter,
        Map<CaseFilter.Show, Integer> counts,
        Map<String, String> rules,
        Map<String, String> teams,
        List<Row> rows,
        String older,
        boolean mayWork,
        Instant asOf) {
    public CasesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One case.
     *
     * @param author of the newest message with an alert
     * @param text its words; empty when they were erased
     * @param team the name of the team that it was given to
     */
    public record Row(
            Case file,
            List<String> rules,
            String channel,
            String author,
            Optional<Excerpt> text,
            String assignee,
            String team,
            boolean mine) {
        public String path() {
            return "/work/cases/" + file.id();
        }
    }

    public int count(CaseFilter.Show show) {
        return counts.getOrDefault(show, 0);
    }

    /** The address of another view under the same filters. */
    public String address(CaseFilter.Show show) {
        return Addresses.with("/work/cases", query(filter.showing(show)));
    }

    /** This page's address, to come back to. */
    public String address() {
        return Addresses.with("/work/cases", query(filter));
    }

    static Map<String, String> query(CaseFilter filter) {
        Map<String, String> query = new LinkedHashMap<>();
        if (filter.show() != CaseFilter.Show.OPEN) {
            query.put("show", filter.show().key());
        }
        filter.rule().ifPresent(rule -> query.put("rule", rule.toString()));
        filter.urgency().ifPresent(urgency -> query.put("urgency", urgency.key()));
        filter.team().ifPresent(team -> query.put("team", team.toString()));
        return query;
    }
}
