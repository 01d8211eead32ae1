package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who may agree in another's place when that one has let the deadline of a step pass.
 *
 * @param hours that each step may take
 * @param role of whoever may step in; empty if only the person may
 * @param person who may, whatever their role
 */
public record Reserve(int hours, Optional<Role> role, Optional<AccountId> person) {
    /** By when a step that begins now is to be done: sooner where it would be too late then. */
    Instant due(Instant now, Optional<Instant> wanted) {
        Instant due = now.plus(Duration.ofHours(hours));
        return wanted.filter(at -> at.isAfter(now) && at.isBefore(due)).orElse(due);
    }

    /** In which role they would step in; empty if they are no reserve. */
    Optional<Role> of(SignedIn who) {
        return of(who.account(), who.roles());
    }

    Optional<Role> of(AccountId account, Set<Role> roles) {
        Optional<Role> theirs = role.filter(roles::contains);
        return theirs.isPresent() || person.filter(account::equals).isEmpty()
                ? theirs
                : ApprovalOrder.ROLES.stream().filter(roles::contains).findFirst();
    }
}
