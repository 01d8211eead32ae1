package org.lisolo.server.monitoring.rules;

import org.lisolo.server.monitoring.RuleId;
import org.lisolo.server.monitoring.alerts.Alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A rule that matched, by name.
 *
 * @param why the page that explains it
 */
public record RuleLink(String name, String why) {
    /** Those of an alert, by name; rules that are not known are left out. */
    public static List<RuleLink> of(Alert alert, Map<RuleId, Rule> known) {
        List<RuleLink> links = new ArrayList<>();
        for (Alert.Caught caught : alert.caught()) {
            Rule rule = known.get(caught.rule());
            if (rule != null) {
                links.add(
                        new RuleLink(
                                rule.terms().name(),
                                "/work/rules/%s/why/%s?version=%d"
                                        .formatted(
                                                caught.rule(),
                                                alert.event(),
                                                caught.ruleVersion())));
            }
        }
        links.sort(Comparator.comparing(RuleLink::name));
        return links;
    }
}
