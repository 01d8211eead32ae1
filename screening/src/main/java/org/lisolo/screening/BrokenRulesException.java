package org.lisolo.screening;

import java.util.List;
import java.util.stream.Collectors;

/** Rules were to be compiled of which some cannot be read; ask {@link RuleSet#check} first. */
public final class BrokenRulesException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<BrokenRule> broken;

    BrokenRulesException(List<BrokenRule> broken) {
        super(
                broken.stream()
                        .limit(10)
                        .map(b -> b.ruleId() + " " + b.error().code() + "@" + b.error().column())
                        .collect(Collectors.joining(", ", "broken rules: ", "")));
        this.broken = List.copyOf(broken);
    }

    public List<BrokenRule> broken() {
        return broken;
    }
}
