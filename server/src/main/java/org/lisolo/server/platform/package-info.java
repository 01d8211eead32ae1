/**
 * The bottom floor: data folder, database, ids, clock, signals and problems. Knows no other module.
 */
@NullMarked
@ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package org.lisolo.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
