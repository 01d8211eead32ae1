/** The PostgreSQL that the server brings along, unpacks, starts, watches and stops. */
@NullMarked
package org.lisolo.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
