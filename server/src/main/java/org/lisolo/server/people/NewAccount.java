package org.lisolo.server.people;

import java.util.Set;

/**
 * Someone to be given an account.
 *
 * @param email with which they sign in
 * @param name as colleagues know them
 * @param roles theirs in the organisation, at least one
 */
public record NewAccount(
        String email, String name, String password, OrganisationId organisation, Set<Role> roles) {
    public NewAccount {
        roles = Set.copyOf(roles);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "a new account in " + organisation + " as " + roles;
    }
}
