package org.lisolo.screening.phi;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form that begins with a word of a kind, and is looked for there only. */
final class AnchoredForm {
    private final int kind;
    private final Pattern form;
    private final int group;

    /**
     * A form.
     *
     * @param kind of {@link Lexicon}
     * @param form from the word on
     * @param group what of the form is found, 0 for all
     */
    AnchoredForm(int kind, String form, int group) {
        this.kind = kind;
        this.form = Pattern.compile(form, Pattern.CASE_INSENSITIVE);
        this.group = group;
    }

    void find(Reading reading, Candidate found, List<Candidate> into) {
        Tokens tokens = reading.tokens();
        Matcher matcher = form.matcher(reading.text()).useTransparentBounds(true);
        for (int i = 0; i < tokens.count; i++) {
            if ((reading.kinds(i) & kind) != 0
                    && matcher.region(tokens.start[i], reading.text().length()).lookingAt()) {
                into.add(
                        new Candidate(
                                matcher.start(group),
                                matcher.end(group),
                                found.category(),
                                found.confidence(),
                                found.reason(),
                                found.weight()));
            }
        }
    }
}
