package org.lisolo.screening.phi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says findings in a safe way. */
final class SafeWording {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d{2}(?!\\d)");

    private SafeWording() {}

    static String of(CharSequence text, List<PhiFinding> findings, Locale language) {
        StringBuilder safe = new StringBuilder();
        int at = 0;
        for (PhiFinding finding : findings) {
            boolean says =
                    finding.category() != PhiCategory.STORY
                            && !finding.isPublic()
                            && finding.span().start() >= at;
            if (says) {
                safe.append(text, at, finding.span().start());
                safe.append(instead(finding, finding.span().in(text), language));
                at = finding.span().end();
            }
        }
        return safe.append(text, at, text.length()).toString();
    }

    private static String instead(PhiFinding finding, CharSequence written, Locale language) {
        if (finding.category() == PhiCategory.DATE) {
            Matcher year = YEAR.matcher(written);
            if (year.find()) {
                return year.group();
            }
        }
        return PhiWording.of("instead." + finding.category().key(), language);
    }
}
