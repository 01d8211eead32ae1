/**
 * Bluesky: the commits that Jetstream streams, and the views that its programming interface gives.
 */
@NullMarked
package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.NullMarked;
