/** What programs are told beside pages: sentences in their reader's language. */
@ApplicationModule(
        displayName = "Programming interfaces",
        allowedDependencies = {"channels", "channels :: format", "web"})
@NullMarked
package org.lisolo.server.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
