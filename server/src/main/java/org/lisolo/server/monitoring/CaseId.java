package org.lisolo.server.monitoring;

import java.util.UUID;

/** What is being followed up about one conversation. */
public record CaseId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
