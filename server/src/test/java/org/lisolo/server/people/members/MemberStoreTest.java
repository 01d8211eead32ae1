package org.lisolo.server.people.members;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.testing.Citizen;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@ServerTest
class MemberStoreTest {
    @Autowired MemberStore store;
    @Autowired NewMembers members;
    @Autowired Accounts accounts;
    @Autowired TransactionTemplate transactions;

    /** Two people, or one at two windows, show their codes at the same moment. */
    @Test
    void givesAContactToOneOfTwoWhoAskAtOnce() throws Exception {
        AccountId awa = Citizen.arrive(members, accounts).account();
        AccountId bea = Citizen.arrive(members, accounts).account();
        try (var both = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 50; i++) {
                var wanted = new EmailAddress(UUID.randomUUID() + "@membre.example");
                int given = 0;
                for (Future<Boolean> one :
                        both.invokeAll(List.of(change(awa, wanted), change(bea, wanted)))) {
                    given += one.get() ? 1 : 0;
                }
                assertThat(given).isOne();
            }
        }
    }

    private Callable<Boolean> change(AccountId account, EmailAddress to) {
        return () ->
                Boolean.TRUE.equals(transactions.execute(_ -> store.changeContact(account, to)));
    }
}
