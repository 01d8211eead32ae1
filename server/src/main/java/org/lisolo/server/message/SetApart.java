package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.SignedIn;

import java.util.Set;

/**
 * Of whom a reader sees nothing, also on pages that everybody may read, because one of the two
 * blocked the other. The floor above knows.
 */
public interface SetApart {
    /** These authors, as the log names them. */
    Set<String> from(AccountId reader);

    /** What this reader sees as everybody does; nobody blocks a stranger. */
    default Sight sight(@Nullable SignedIn who) {
        return who == null ? Sight.ofPublic() : Sight.ofPublic().without(from(who.account()));
    }
}
