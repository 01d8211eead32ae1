package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address (RFC 3986), with or without its scheme; without, only under common domains. What
 * {@link PublicLinks} know is everybody's.
 */
final class WebAddress implements Recogniser {
    private static final String HOST = "[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63}){0,6}";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?<![@\\p{L}0-9.])(?:(?:https?|ftp)://[^\\s<>\"»)]{1,500}|www\\."
                            + HOST
                            + "(?:/[^\\s<>\"»)]{0,300})?|"
                            + HOST
                            + "\\.(?:com|org|net|info|cd|fr|be|ch|ca|uk|us|de|eu|io|me|edu|gov|int)"
                            + "(?![\\p{L}0-9])(?:/[^\\s<>\"»)]{0,300})?)",
                    Pattern.CASE_INSENSITIVE);

    @Override
    public boolean mayFind(Reading reading) {
        return reading.text().contains("://")
                || reading.text().contains("www.")
                || hasInnerDot(reading.text());
    }

    private static boolean hasInnerDot(String text) {
        for (int at = text.indexOf('.', 1); at >= 0; at = text.indexOf('.', at + 1)) {
            if (at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1))
                    && Character.isLetterOrDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        Matcher matcher = FORM.matcher(reading.text());
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() + 1
                    && ".,;:!?'".indexOf(reading.text().charAt(end - 1)) >= 0) {
                end--;
            }
            boolean isPublic = PublicLinks.isOne(reading.text().substring(matcher.start(), end));
            found.add(
                    new Candidate(
                            matcher.start(),
                            end,
                            PhiCategory.URL,
                            0.95,
                            "url",
                            isPublic ? Candidate.Weight.PUBLIC : Candidate.Weight.PROOF));
        }
    }
}
