package org.lisolo.screening.language;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Texts that nobody would write. To look for more than the seeds: {@code JAZZER_FUZZ=1 mvn -pl
 * screening test -Dtest=LanguageFuzzTest}.
 */
class LanguageFuzzTest {
    /** The segments lie in the text, in order, and whoever is asked twice says the same. */
    @FuzzTest(maxDuration = "30s")
    void cutsWithinTheText(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        LanguageGuess guess = LanguageIdentifier.standard().identify(text);
        int at = 0;
        for (LanguageSegment segment : guess.segments()) {
            if (segment.span().start() < at || segment.span().end() > text.length()) {
                throw new AssertionError(guess);
            }
            at = segment.span().end();
        }
        if (!(guess.score() >= 0 && guess.score() <= 1)
                || !guess.equals(LanguageIdentifier.standard().identify(text))) {
            throw new AssertionError(guess);
        }
    }
}
