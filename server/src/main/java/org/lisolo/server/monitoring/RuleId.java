package org.lisolo.server.monitoring;

import java.util.UUID;

/** A rule, whatever its version. */
public record RuleId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
