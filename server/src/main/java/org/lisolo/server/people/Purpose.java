package org.lisolo.server.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an export is for: asked before anything that is not public leaves, and kept in the audit
 * trail beside the reason in the person's own words.
 */
public enum Purpose {
    /** A person asked for their own data, or to have them corrected or erased. */
    RIGHTS,
    /** A procedure or an obligation in law. */
    LAW,
    /** An alert, a case, an incident. */
    CASE,
    /** Quality, reports, the organisation's own business. */
    OPERATIONS,
    /** Research, teaching, surveillance of disease. */
    RESEARCH;

    /** As it stands in addresses and texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Purpose> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
