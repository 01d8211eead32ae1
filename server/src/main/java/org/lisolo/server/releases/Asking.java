package org.lisolo.server.releases;

/**
 * Whom to ask, and for what.
 *
 * @param person whom it is about, by name
 * @param language in which they read it
 */
public record Asking(String person, Signer signer, String language, Scope scope) {}
