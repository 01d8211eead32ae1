/**
 * The open community: spaces, in which patients and professionals ask, answer and talk. What they
 * write goes through the log as any other message; this module keeps who may read where, what
 * belongs together, and what readers add.
 */
@ApplicationModule(
        allowedDependencies = {
            "archive",
            "directory",
            "evidence",
            "message",
            "people",
            "people::letters",
            "people::members",
            "platform",
            "platform::pictures"
        })
@NullMarked
package org.lisolo.server.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
