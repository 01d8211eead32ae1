package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

/**
 * What an organisation is; in words as {@code people.kind.<name>}. A name that stands here is kept
 * in databases and stays.
 */
public enum OrganisationKind {
    HOSPITAL,
    MINISTRY,
    ORDER,
    ASSOCIATION,
    NGO,
    UNIVERSITY,
    MEDIA,
    OTHER;

    /** As a form sends it. */
    public static OrganisationKind of(String typed) {
        for (OrganisationKind kind : values()) {
            if (kind.name().equals(typed)) {
                return kind;
            }
        }
        throw Problem.invalid("people.kind.unknown").atField("kind");
    }
}
