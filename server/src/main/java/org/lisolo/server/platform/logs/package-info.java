/** How logs are written. */
@NullMarked
package org.lisolo.server.platform.logs;

import org.jspecify.annotations.NullMarked;
