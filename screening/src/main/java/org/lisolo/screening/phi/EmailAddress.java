package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address of electronic mail, as people write it (a subset of RFC 5321, section 4.1.2). */
final class EmailAddress implements Recogniser {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_HOST = 255;
    private static final Pattern HOST =
            Pattern.compile("[\\p{L}0-9-]{1,63}(?:\\.[\\p{L}0-9-]{1,63}){1,6}");

    @Override
    public boolean mayFind(Reading reading) {
        return reading.has('@');
    }

    @Override
    public void find(Reading reading, List<Candidate> found) {
        String text = reading.text();
        Matcher host = HOST.matcher(text);
        int free = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = at;
            while (start > Math.max(free, at - LONGEST_NAME) && isOfName(text.charAt(start - 1))) {
                start--;
            }
            host.region(at + 1, Math.min(text.length(), at + 1 + LONGEST_HOST));
            if (start < at && host.lookingAt()) {
                free = host.end();
                found.add(
                        new Candidate(
                                start,
                                free,
                                PhiCategory.EMAIL,
                                0.99,
                                "email",
                                Candidate.Weight.PROOF));
            }
        }
    }

    private static boolean isOfName(char c) {
        return Character.isLetterOrDigit(c) || "._%+'-".indexOf(c) >= 0;
    }
}
