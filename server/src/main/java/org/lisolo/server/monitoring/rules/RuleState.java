package org.lisolo.server.monitoring.rules;

import java.util.Locale;

/** Whether a rule screens. A deleted rule is kept for its history and can come back. */
public enum RuleState {
    ON,
    OFF,
    DELETED;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
