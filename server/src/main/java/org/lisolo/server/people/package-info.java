/** Accounts, organisations, roles and sign-in: who is who, and who may do what. */
@ApplicationModule(allowedDependencies = {"platform", "evidence"})
@NullMarked
package org.lisolo.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
