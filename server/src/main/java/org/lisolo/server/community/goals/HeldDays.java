package org.lisolo.server.community.goals;

import java.time.LocalDate;
import java.util.List;

/**
 * The days or weeks that were held; a slip takes none of them away.
 *
 * @param all however they lie
 * @param run those in a row up to now; what is not said yet of today breaks none
 * @param longest the most in a row
 */
public record HeldDays(int all, int run, int longest) {
    /** Of what was said, the first day first. */
    static HeldDays of(Rhythm rhythm, List<CheckIn> said, LocalDate today) {
        int all = 0;
        int run = 0;
        int longest = 0;
        LocalDate last = LocalDate.MIN;
        for (CheckIn one : said) {
            boolean next = rhythm.before(one.day()).equals(last);
            run = !one.held() ? 0 : next ? run + 1 : 1;
            all += one.held() ? 1 : 0;
            longest = Math.max(longest, run);
            last = one.day();
        }
        boolean goesOn = !last.isBefore(rhythm.before(today));
        return new HeldDays(all, goesOn ? run : 0, longest);
    }
}
