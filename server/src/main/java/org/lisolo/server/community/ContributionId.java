package org.lisolo.server.community;

import java.util.UUID;

/** Something that somebody wrote in a space; that which opens a discussion names the discussion. */
public record ContributionId(UUID value) {
    /** Its own page, which leads to where it stands. */
    public String path() {
        return "/contributions/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
