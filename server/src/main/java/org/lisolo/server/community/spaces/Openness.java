package org.lisolo.server.community.spaces;

/** Who may read and write the talk of a space. The names are stored. */
public enum Openness {
    /** Anybody reads, whoever has an account writes. */
    OPEN,
    /** Those whom a moderator took in. */
    MEMBERS,
    /** Whoever is a verified health professional at the moment. */
    PROFESSIONALS;

    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
