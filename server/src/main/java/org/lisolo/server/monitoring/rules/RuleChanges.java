package org.lisolo.server.monitoring.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What differs between two versions of a rule, as keys of words. */
final class RuleChanges {
    private RuleChanges() {}

    static List<String> between(Rule before, Rule after) {
        List<String> changes = new ArrayList<>();
        if (before.state() != after.state()) {
            changes.add(after.state().key());
        }
        note(changes, "name", before, after, RuleTerms::name);
        note(changes, "query", before, after, RuleTerms::query);
        note(changes, "channels", before, after, RuleTerms::channels);
        note(changes, "urgency", before, after, RuleTerms::urgency);
        note(changes, "told", before, after, RuleTerms::told);
        note(changes, "allowed", before, after, RuleTerms::allowed);
        return changes;
    }

    private static void note(
            List<String> changes,
            String key,
            Rule before,
            Rule after,
            Function<RuleTerms, Object> part) {
        if (!part.apply(before.terms()).equals(part.apply(after.terms()))) {
            changes.add(key);
        }
    }
}
