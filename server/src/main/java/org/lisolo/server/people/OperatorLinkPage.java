package org.lisolo.server.people;

/**
 * Behind the link that makes an operator.
 *
 * @param link its token
 * @param staff whether the reader is signed in as somebody's staff
 */
public record OperatorLinkPage(String link, boolean staff) {}
