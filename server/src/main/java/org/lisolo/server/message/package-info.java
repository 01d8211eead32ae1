/**
 * The spine: a message only ever grows by events. There is one way in ({@link
 * org.lisolo.server.message.Inbox}), one log that followers read in order ({@link
 * org.lisolo.server.message.Follower}), and one home of a message's current state ({@link
 * org.lisolo.server.message.Messages}).
 */
@ApplicationModule(allowedDependencies = {"evidence", "people", "platform"})
@NullMarked
package org.lisolo.server.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
