/**
 * Looking back: search over all that was kept, each message with its versions, its deletion and its
 * proof, and erasure.
 */
@ApplicationModule(allowedDependencies = {"message", "evidence", "people", "channels", "platform"})
@NullMarked
package org.lisolo.server.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
