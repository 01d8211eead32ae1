/**
 * Counts in time and place: detectors, nowcasts, scores and signals, without framework or database.
 */
@NullMarked
package org.lisolo.surveillance;

import org.jspecify.annotations.NullMarked;
