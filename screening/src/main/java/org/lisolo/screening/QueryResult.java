package org.lisolo.screening;

/** What became of a text that was read as a query. */
public sealed interface QueryResult permits Query, QueryError {}
