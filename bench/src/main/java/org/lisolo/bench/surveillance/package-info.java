/** Detectors beside R's surveillance package, on the same series in the same run. */
@NullMarked
package org.lisolo.bench.surveillance;

import org.jspecify.annotations.NullMarked;
