package org.lisolo.screening.language;

import java.util.List;

/**
 * What language a text is in.
 *
 * @param language that of most of the text, {@link Language#UNDETERMINED} when unsure
 * @param score how probable the language is, 0 to 1; 0 where there is no word
 * @param segments the words by language, in order, without overlap; one where the text does not mix
 */
public record LanguageGuess(Language language, double score, List<LanguageSegment> segments) {
    static final LanguageGuess NONE = new LanguageGuess(Language.UNDETERMINED, 0, List.of());

    public LanguageGuess {
        segments = List.copyOf(segments);
    }
}
