package org.lisolo.server.people;

/** Where and in which language a person is written to. */
public record Addressee(Contact contact, String language) {}
