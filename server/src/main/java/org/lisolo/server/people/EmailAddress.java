package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Written in one way only, so that one person finds one account. */
record EmailAddress(String value) {
    /** Deliberately loose: whether an address works is shown by using it. */
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    /** Never refuses, so that a sign-in with nonsense fails like any other. */
    static EmailAddress asTyped(String typed) {
        return new EmailAddress(
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    static EmailAddress of(String typed) {
        EmailAddress address = asTyped(typed);
        if (address.value.length() > 200 || !SHAPE.matcher(address.value).matches()) {
            throw Problem.invalid("people.email.malformed").atField("email");
        }
        return address;
    }

    byte[] lookup(PeopleKey key) {
        return key.lookup(value, "account.email");
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
