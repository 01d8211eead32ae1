package org.lisolo.screening;

/**
 * A query that somebody wants to hear about.
 *
 * @param id names the rule in every match; unique within a {@link RuleSet}
 * @param query as written, in the language of {@link Query}
 */
public record Rule(String id, String query) {}
