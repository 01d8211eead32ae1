package org.lisolo.server.community.spaces;

/** What somebody is in a space. The names are stored. */
public enum Standing {
    /** Wants to be taken in. */
    ASKED,
    MEMBER,
    MODERATOR,
    /** May not write there, nor read what is closed. */
    EXCLUDED
}
