/** What the rules catch, as it comes in: screening, and the list of alerts, live and as CSV. */
@NullMarked
package org.lisolo.server.monitoring.watch;

import org.jspecify.annotations.NullMarked;
