/** The gate: what is about to be said is looked at, and only what passes is cleared to leave. */
@NullMarked
package org.lisolo.server.publishing.gate;

import org.jspecify.annotations.NullMarked;
