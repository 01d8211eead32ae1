/**
 * What the public says to an organisation: gathered from the log, given to somebody, answered
 * within the time that was promised.
 */
@NamedInterface("conversations")
@NullMarked
package org.lisolo.server.publishing.conversations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
