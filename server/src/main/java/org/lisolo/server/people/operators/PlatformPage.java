package org.lisolo.server.people.operators;

import org.lisolo.server.people.Organisation;

import java.util.List;

/**
 * The organisations, by name.
 *
 * @param link of an invitation that no letter can carry, shown this once; empty otherwise
 */
public record PlatformPage(List<Organisation> organisations, String link) {
    public PlatformPage {
        organisations = List.copyOf(organisations);
    }
}
