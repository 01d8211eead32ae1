/**
 * The doors through which messages come in: a channel a network account, its tokens, the formats
 * that networks send (one subpackage a network), imports, and what could not be understood.
 */
@ApplicationModule(
        allowedDependencies = {"message", "people", "evidence", "platform", "platform::fetch"})
@NullMarked
package org.lisolo.server.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
