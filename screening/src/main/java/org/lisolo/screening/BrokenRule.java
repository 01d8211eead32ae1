package org.lisolo.screening;

/** A rule whose query cannot be read. */
public record BrokenRule(String ruleId, QueryError error) {}
