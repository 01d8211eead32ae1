/**
 * Releases: the signed permission of a person to say something about them in public (45 CFR
 * 164.508(c)). It is asked for on their own phone or brought in on paper, is bound to the words and
 * pictures they saw, ends by itself, and can be withdrawn at any time.
 */
@ApplicationModule(
        allowedDependencies = {"channels", "people", "evidence", "platform", "platform::pictures"})
@NullMarked
package org.lisolo.server.releases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
