package org.lisolo.server.monitoring.rules;

import java.util.List;

/** The organisation's rules. */
public record RulesPage(List<Row> rows, boolean mayEdit) {
    public RulesPage {
        rows = List.copyOf(rows);
    }

    /**
     * One rule.
     *
     * @param channels names of those that it listens to; none means all
     * @param alerts how many it raised in the last 30 days
     */
    public record Row(Rule rule, List<String> channels, int alerts) {
        public String path() {
            return "/work/rules/" + rule.id();
        }

        public boolean on() {
            return rule.state() == RuleState.ON;
        }
    }
}
