package org.lisolo.server.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Someone to be given an account.
 *
 * @param email with which they sign in
 * @param name as colleagues know them
 * @param roles theirs in the organisation, at least one
 */
public record NewAccount(
        String email,
        String name,
        String password,
        OrganisationId organisation,
        Set<Role> roles,
        Optional<SecondFactor> secondFactor) {
    /** One that is set up from the start, as nobody is there to do it. */
    public record SecondFactor(TotpSecret secret, List<String> recoveryCodes) {
        public SecondFactor {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "a second factor";
        }
    }

    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** Someone who sets up a second factor at the first sign-in, where the roles ask for one. */
    public NewAccount(
            String email,
            String name,
            String password,
            OrganisationId organisation,
            Set<Role> roles) {
        this(email, name, password, organisation, roles, Optional.empty());
    }

    public NewAccount with(TotpSecret secret, List<String> recoveryCodes) {
        return new NewAccount(
                email,
                name,
                password,
                organisation,
                roles,
                Optional.of(new SecondFactor(secret, recoveryCodes)));
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "a new account in " + organisation + " as " + roles;
    }
}
