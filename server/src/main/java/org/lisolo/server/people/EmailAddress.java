package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Written in one way only, so that one person finds one account. */
public record EmailAddress(String value) implements Contact {
    private static final String LOOKUP = "account.email";

    /** Deliberately loose: whether an address works is shown by using it. */
    private static final Pattern SHAPE = Pattern.compile("[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");

    /** Never refuses, so that a sign-in with nonsense fails like any other. */
    public static EmailAddress asTyped(String typed) {
        return new EmailAddress(
                Normalizer.normalize(typed.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /**
     * Checked.
     *
     * @throws Problem if it has not the shape of one, at the field {@code email}
     */
    public static EmailAddress of(String typed) {
        return of(typed, "email");
    }

    static EmailAddress of(String typed, String field) {
        EmailAddress address = asTyped(typed);
        if (address.value.length() > 200 || !SHAPE.matcher(address.value).matches()) {
            throw Problem.invalid("people.email.malformed").atField(field);
        }
        return address;
    }

    @Override
    public byte[] lookup(PeopleKey key) {
        return key.lookup(value, LOOKUP);
    }

    @Override
    public byte[][] lookups(PeopleKey key) {
        return key.lookups(value, LOOKUP);
    }

    @Override
    public String toString() {
        return "an e-mail address";
    }
}
