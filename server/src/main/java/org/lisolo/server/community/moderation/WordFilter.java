package org.lisolo.server.community.moderation;

import java.util.UUID;

/**
 * A query that stops what it finds until a moderator has read it.
 *
 * @param query in the language of {@link org.lisolo.screening.Query}
 */
public record WordFilter(UUID id, String name, String query) {}
