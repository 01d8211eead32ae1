package org.lisolo.server.community.spaces;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;

/**
 * A place of the community.
 *
 * @param slug its name in addresses
 * @param openness of its talk
 * @param cases whether professionals discuss cases here, closed to everybody else
 * @param organisation that answers for it; none for one of the platform's own
 * @param language most of it is written in
 * @param closed since when nothing more is written here, if it is so
 */
public record Space(
        SpaceId id,
        String slug,
        String name,
        String purpose,
        String rules,
        Subject subject,
        Openness openness,
        boolean cases,
        @Nullable OrganisationId organisation,
        String language,
        Instant opened,
        @Nullable Instant closed) {

    /** The first of the paths of all its pages. */
    public static final String PATH = "/spaces";

    public String path() {
        return PATH + "/" + slug;
    }

    public boolean isOpen() {
        return openness == Openness.OPEN;
    }

    public boolean isClosedForGood() {
        return closed != null;
    }
}
