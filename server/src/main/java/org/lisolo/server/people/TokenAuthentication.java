package org.lisolo.server.people;

import java.security.Principal;
import java.util.Optional;

/**
 * Knows the tokens that programs show at {@code /api/**}. Implemented by the module that gives them
 * out; controllers there get the answer by {@code @AuthenticationPrincipal}.
 */
public interface TokenAuthentication {
    /** Whom this token speaks for, or nobody; takes the same time either way. */
    Optional<? extends Principal> authenticate(String token);
}
