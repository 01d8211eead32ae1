package org.lisolo.server.people.members;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.EmailAddress;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members of the public who show no code, for the sample hospital and for tests. */
@NamedInterface("members")
@Service
public class NewMembers {
    private final Members members;

    NewMembers(Members members) {
        this.members = members;
    }

    @Transactional
    public AccountId add(String pseudonym, String email, String language) {
        return members.add(pseudonym, EmailAddress.of(email), language);
    }
}
