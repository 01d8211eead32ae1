package org.lisolo.server.people.members;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Contact;

import java.util.Optional;

/**
 * What is to be done once somebody shows that a contact is theirs.
 *
 * @param account whose contact is changed; empty otherwise
 * @param pseudonym of the member to be; empty otherwise
 */
record Pending(
        Purpose purpose,
        Contact contact,
        Optional<AccountId> account,
        String pseudonym,
        String language) {
    enum Purpose {
        SIGN_UP,
        SIGN_IN,
        CHANGE
    }
}
