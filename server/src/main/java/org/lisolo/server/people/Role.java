package org.lisolo.server.people;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a person does within an organisation. What each may see and do there stands in {@link
 * Action}.
 */
public enum Role {
    ADMIN,
    COMPLIANCE,
    COMMUNICATOR,
    MODERATOR,
    TRAINER,
    EPIDEMIOLOGIST,
    PROFESSIONAL,
    READER,
    /**
     * Looks after the platform as a whole. No organisation gives it: whoever has it has it wherever
     * they act, beside their roles there.
     */
    OPERATOR;

    /** Those that an organisation gives to its people. */
    public static Set<Role> ofOrganisations() {
        return EnumSet.complementOf(EnumSet.of(OPERATOR));
    }
}
