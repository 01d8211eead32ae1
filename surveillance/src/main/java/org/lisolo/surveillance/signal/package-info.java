/** Disproportionality: which drug and event are reported together more often than expected. */
@NullMarked
package org.lisolo.surveillance.signal;

import org.jspecify.annotations.NullMarked;
