package org.lisolo.screening.language;

/**
 * A text whose language is known, to learn from.
 *
 * @param language {@link Language#UNDETERMINED} for any language that is not told apart
 */
public record LanguageExample(String text, Language language) {}
