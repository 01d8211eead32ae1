package org.lisolo.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.members.NewMembers;
import org.lisolo.testkit.Visitor;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** A member of the public of a test's own, who signs in with a password. */
public record Citizen(SignedIn signedIn, String pseudonym, String email, String password) {

    public static Citizen arrive(NewMembers members, Accounts accounts) {
        String pseudonym =
                "Awa "
                        + ThreadLocalRandom.current()
                                .ints(12, 'a', 'h')
                                .mapToObj(Character::toString)
                                .collect(Collectors.joining());
        String email = UUID.randomUUID() + "@membre.example";
        String password = "marché pluie pirogue";
        AccountId account = members.add(pseudonym, email, "fr");
        SignedIn who = accounts.signedIn(account).orElseThrow();
        accounts.choosePassword(who, password);
        return new Citizen(who, pseudonym, email, password);
    }

    public AccountId account() {
        return signedIn.account();
    }

    /** At a browser without JavaScript, signed in. */
    public Visitor at(int port) {
        Visitor visitor = Visitor.at(port);
        assertThat(visitor.signIn(email, password).location()).contains("/me");
        return visitor;
    }

    public Tab at(Tab tab) {
        tab.go("/sign-in");
        tab.page().locator("#field-email").fill(email);
        tab.page().locator("#field-password").fill(password);
        tab.page().locator("main button").first().click();
        tab.page().waitForURL("**/me");
        return tab;
    }
}
