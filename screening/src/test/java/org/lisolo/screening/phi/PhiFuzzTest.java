package org.lisolo.screening.phi;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import java.util.List;
import java.util.Locale;

/**
 * Texts that nobody would write. To look for more than the seeds: {@code JAZZER_FUZZ=1 mvn -pl
 * screening test -Dtest=PhiFuzzTest}.
 */
class PhiFuzzTest {
    /**
     * Findings lie in the text, in order, apart from stories without overlap, and are the same
     * twice.
     */
    @FuzzTest(maxDuration = "60s")
    void findsWithinTheText(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        List<PhiFinding> findings = PhiScreener.standard().find(text);
        int at = 0;
        for (PhiFinding finding : findings) {
            boolean story = finding.category() == PhiCategory.STORY;
            boolean inPlace = story || finding.span().start() >= at;
            if (!inPlace
                    || finding.span().end() > text.length()
                    || finding.span().end() == finding.span().start()
                    || !(finding.confidence() >= 0 && finding.confidence() <= 1)) {
                throw new AssertionError(finding);
            }
            at = story ? at : finding.span().end();
        }
        if (!findings.equals(PhiScreener.standard().find(text))) {
            throw new AssertionError(findings);
        }
        PhiScreener.safe(text, findings, Locale.FRENCH);
    }
}
