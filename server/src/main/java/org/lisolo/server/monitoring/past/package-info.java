/** What rules found, live and in the past, and how far the past was looked through. */
@NullMarked
package org.lisolo.server.monitoring.past;

import org.jspecify.annotations.NullMarked;
