/**
 * What comes in by lines: read, kept, answered; and what is set aside because it was not
 * understood.
 */
@NullMarked
package org.lisolo.server.channels.intake;

import org.jspecify.annotations.NullMarked;
