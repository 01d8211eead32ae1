package org.lisolo.server.people;

import org.lisolo.server.platform.Problem;

/**
 * Where a person can be told something in private. It is kept sealed and found by a keyed hash; its
 * {@code toString} never shows it.
 */
public sealed interface Contact permits EmailAddress, PhoneNumber {
    /** Written in one way only: lower case for e-mail, E.164 for a phone. */
    String value();

    /** By which one contact finds one account, without being readable. */
    byte[] lookup(PeopleKey key);

    /**
     * The hashes under which it may have been kept, for while keys change: look for any of them.
     */
    byte[][] lookups(PeopleKey key);

    /**
     * What was typed into one field: with an @ an e-mail address, else a phone number.
     *
     * @throws Problem if it is neither, at the field {@code contact}
     */
    static Contact of(String typed) {
        return typed.contains("@") ? EmailAddress.of(typed, "contact") : PhoneNumber.of(typed);
    }

    /** As {@link #of}, but never refuses, so that a sign-in with nonsense fails like any other. */
    static Contact asTyped(String typed) {
        try {
            return of(typed);
        } catch (Problem _) {
            return EmailAddress.asTyped(typed);
        }
    }
}
