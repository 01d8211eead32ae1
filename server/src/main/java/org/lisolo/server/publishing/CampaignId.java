package org.lisolo.server.publishing;

import java.util.UUID;

/** What an organisation wants to bring about by saying things for a while. */
public record CampaignId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
