package org.lisolo.server.people;

/** Who a text is meant for. The first three stand in the log, the others never do. */
public enum VisibilityClass {
    /** Everyone. */
    PUBLIC,
    /** The staff of the organisation whose account carried it. */
    ORGANISATION,
    /** The members of a closed group. */
    SPACE,
    /** The two who write to each other. */
    DIRECT,
    /** The people of one consultation, or whoever stands behind an alias. */
    SEALED
}
