package org.lisolo.server.directory;

import java.util.Locale;
import java.util.Optional;

/**
 * A word for a speciality, a service or the like: a term of our lists, or the organisation's own.
 */
public record Label(Optional<Term> term, String text) {
    static Label of(TermList list, String typed) {
        Optional<Term> term = Terms.meant(list, typed);
        return new Label(term, term.map(Term::code).orElse(typed));
    }

    /** In every language of the pages. */
    String[] names() {
        return term.map(one -> one.names().toArray(String[]::new))
                .orElseGet(() -> new String[] {text});
    }

    public String name(Locale locale) {
        return term.map(one -> one.name(locale)).orElse(text);
    }
}
