package org.lisolo.server.people;

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
    READER
}
