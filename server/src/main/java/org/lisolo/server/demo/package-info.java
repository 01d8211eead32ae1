/**
 * The sample hospital: its people, its rules and its stream of messages. Everyone and everything in
 * it is invented.
 */
@ApplicationModule(
        allowedDependencies = {
            "channels",
            "channels::format",
            "community",
            "community::contributions",
            "community::discussions",
            "community::spaces",
            "directory",
            "message",
            "monitoring",
            "monitoring::rules",
            "monitoring::starters",
            "people",
            "people::letters",
            "people::members",
            "people::verification",
            "platform",
            "publishing",
            "publishing::campaigns",
            "publishing::conversations",
            "publishing::library",
            "publishing::posts"
        })
@NullMarked
package org.lisolo.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
