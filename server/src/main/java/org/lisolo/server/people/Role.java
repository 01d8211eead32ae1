package org.lisolo.server.people;

/** What a person does within an organisation; it decides what they may see and do there. */
public enum Role {
    ADMIN,
    COMPLIANCE,
    COMMUNICATOR,
    READER
}
