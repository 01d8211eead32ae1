package org.lisolo.server.people;

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
     * What was typed into one field: with an @ an e-mail address, else a phone number.
     *
     * @throws org.lisolo.server.platform.Problem if it is neither, at the field {@code contact}
     */
    static Contact of(String typed) {
        return typed.contains("@") ? EmailAddress.of(typed, "contact") : PhoneNumber.of(typed);
    }
}
