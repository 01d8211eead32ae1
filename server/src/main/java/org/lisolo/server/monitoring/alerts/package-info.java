/** Alerts at rest: an event, the rules that caught it and where, without a word of it. */
@NullMarked
package org.lisolo.server.monitoring.alerts;

import org.jspecify.annotations.NullMarked;
