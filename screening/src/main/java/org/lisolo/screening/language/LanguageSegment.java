package org.lisolo.screening.language;

import org.lisolo.screening.Span;

/**
 * A stretch of a text in one language, from the first letter of its first word to the last of its
 * last. What parts words belongs to no segment where the language changes.
 */
public record LanguageSegment(Span span, Language language) {}
