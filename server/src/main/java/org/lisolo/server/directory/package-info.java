/**
 * Who can be found where: an organisation's facilities and professionals, as the public finds them
 * and as staff keep them.
 */
@ApplicationModule(
        allowedDependencies = {"message", "people", "evidence", "platform", "platform::pictures"})
@NullMarked
package org.lisolo.server.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
