/** Why a rule is true of a message: its parts, their words, and where these stand. */
@NullMarked
package org.lisolo.server.monitoring.why;

import org.jspecify.annotations.NullMarked;
