/**
 * Detectors of unusual rises in a series of counts. The control of each is named and defaulted as
 * in R's {@code surveillance} 1.20, whose results they equal.
 */
@NullMarked
package org.lisolo.surveillance.detect;

import org.jspecify.annotations.NullMarked;
