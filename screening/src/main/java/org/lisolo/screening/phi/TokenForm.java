package org.lisolo.screening.phi;

import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form that can only begin where a token does; trying it there alone is many times faster than at
 * each letter. What has been found is not looked at again.
 */
final class TokenForm {
    private final Pattern form;
    private final String signs;

    TokenForm(String form) {
        this(form, "");
    }

    /**
     * A form that may also begin with a sign before its token.
     *
     * @param signs any of these characters
     */
    TokenForm(String form, String signs) {
        this.form = Pattern.compile(form);
        this.signs = signs;
    }

    /**
     * Finds it.
     *
     * @param begins whether it may begin at a token
     * @param found is told of each; good until it returns
     */
    void find(Reading reading, IntPredicate begins, Consumer<MatchResult> found) {
        String text = reading.text();
        Tokens tokens = reading.tokens();
        Matcher matcher = form.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
        int next = 0;
        for (int i = 0; i < tokens.count; i++) {
            int start = tokens.start[i];
            if (start < next || !begins.test(i)) {
                continue;
            }
            boolean signed =
                    start > next && !signs.isEmpty() && signs.indexOf(text.charAt(start - 1)) >= 0;
            if ((signed && matcher.region(start - 1, text.length()).lookingAt())
                    || matcher.region(start, text.length()).lookingAt()) {
                found.accept(matcher);
                next = Math.max(matcher.end(), start + 1);
            }
        }
    }

    /** Finds it at digits only. */
    void findAtDigits(Reading reading, Consumer<MatchResult> found) {
        Tokens tokens = reading.tokens();
        find(reading, i -> tokens.kind[i] == Tokens.DIGITS, found);
    }
}
