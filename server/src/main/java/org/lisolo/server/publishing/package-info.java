/**
 * Saying something to the public: pieces that are ready, drafts, the gate that everything passes
 * before it leaves, approval, and the news pages of an organisation's own site.
 */
@ApplicationModule(
        allowedDependencies = {
            "archive",
            "channels",
            "channels::site",
            "directory",
            "evidence",
            "message",
            "monitoring",
            "monitoring::alerts",
            "monitoring::cases",
            "monitoring::rules",
            "people",
            "people::letters",
            "platform",
            "platform::fetch",
            "platform::pictures",
            "releases"
        })
@NullMarked
package org.lisolo.server.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
