package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References to what is published: the authors of a paper or a book and where and when it came out
 * (the forms of ISO 690 and of the Vancouver style). They are public and point at no patient. At
 * least four authors are asked for, and beside them words that only a publication has.
 */
final class References {
    private static final int NEAR = 160;
    private static final int LEAST_COMMAS = 3;
    private static final String INITIALS = "\\p{Lu}\\.(?:[ -]?\\p{Lu}\\.){0,2}";
    private static final String FAMILY =
            "\\p{Lu}[\\p{L}'’-]{1,30}(?:[ -]\\s?\\p{Lu}[\\p{L}'’-]{1,30})?";
    private static final String AUTHOR =
            "(?:"
                    + INITIALS
                    + "\\s?"
                    + FAMILY
                    + "|"
                    + FAMILY
                    + ",?\\s(?:\\p{Lu}[.-]{0,2}){1,3}(?!\\p{L})|"
                    + FAMILY
                    + ")";
    private static final Pattern AUTHORS =
            Pattern.compile(
                    "(?<!\\p{L})"
                            + AUTHOR
                            + "(?:\\s?[,;]\\s{1,2}"
                            + AUTHOR
                            + "){3,80}(?:,?\\s(?:et|and|und|&|a|y)\\s"
                            + AUTHOR
                            + ")?");

    /** What only a publication says. */
    private static final Pattern PUBLISHED =
            Pattern.compile(
                    "\\bet"
                        + " al\\b|\\bVerlag\\b|\\bISBN\\b|\\bdoi\\b|\\b(?:19|20)\\d\\d\\s?;\\s?\\d|\\d\\(\\d{1,3}\\)\\s?:\\s?\\d|\\b\\d{1,4}"
                        + " (?:s|p|pp)\\.|\\bpp\\. ?\\d|\\d(?:st|nd|rd|th)"
                        + " ed(?:ition|\\.)|\\d(?:re|e|ème)"
                        + " éd(?:ition|\\.)|\\b(?:University|Academic|Médicales)"
                        + " Press\\b|\\bÉditions\\b|\\bN Engl J Med\\b|\\bThe Lancet\\b");

    /** The year and day of a journal's issue: 2010 Jan 21;115(3):453-74. */
    private static final Pattern ISSUE =
            Pattern.compile(
                    "(?<!\\d)(?:19|20)\\d\\d(?: \\p{L}{3,9}\\.?(?: \\d{1,2})?)?\\s?;\\s?\\d{1,4}"
                            + "(?:\\(\\w{1,6}\\))?:\\s?\\w?\\d{1,6}(?:-\\w?\\d{1,6})?");

    private References() {}

    /** Where a text speaks of publications: pairs of first and one past the last unit. */
    static List<int[]> of(Reading reading) {
        String text = reading.text();
        List<int[]> stretches = new ArrayList<>();
        if (reading.has(';') && reading.hasDigits(6)) {
            Matcher issue = ISSUE.matcher(text);
            while (issue.find()) {
                stretches.add(new int[] {issue.start(), issue.end()});
            }
        }
        if (reading.tokens().count > 4 * LEAST_COMMAS
                && (reading.has(',') || reading.has(';'))
                && PUBLISHED.matcher(text).find()) {
            authors(text, stretches);
        }
        return stretches;
    }

    private static void authors(String text, List<int[]> stretches) {
        Matcher authors = AUTHORS.matcher(text);
        while (authors.find()) {
            int end = lastCue(text, authors.end());
            boolean before =
                    PUBLISHED
                            .matcher(text)
                            .region(Math.max(0, authors.start() - NEAR), authors.start())
                            .find();
            if (end > authors.end() || before) {
                stretches.add(new int[] {authors.start(), end});
            }
        }
    }

    /** Where the last word that says that it is published ends, near after the authors. */
    private static int lastCue(String text, int from) {
        Matcher cue =
                PUBLISHED
                        .matcher(text)
                        .useTransparentBounds(true)
                        .region(from, Math.min(text.length(), from + NEAR));
        int end = from;
        while (cue.find()) {
            end = cue.end();
        }
        return end;
    }
}
