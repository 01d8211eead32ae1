/**
 * Watching and following up: an organisation's rules screen what comes in, a match is an alert, and
 * the alerts of one conversation gather into a case that somebody takes and closes.
 */
@ApplicationModule(allowedDependencies = {"message", "people", "channels", "evidence", "platform"})
@NullMarked
package org.lisolo.server.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
