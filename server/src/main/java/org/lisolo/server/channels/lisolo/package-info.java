/** Our own event JSON, for programs that speak to us without a network between. */
@NullMarked
package org.lisolo.server.channels.lisolo;

import org.jspecify.annotations.NullMarked;
