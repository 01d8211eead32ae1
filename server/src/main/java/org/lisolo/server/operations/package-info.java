/** What whoever runs the server does: back it up, restore it, change its keys. */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"evidence", "message", "people", "platform", "platform::keys"})
@NullMarked
package org.lisolo.server.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
