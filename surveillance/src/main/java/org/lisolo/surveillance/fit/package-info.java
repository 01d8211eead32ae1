/** Generalised linear models of counts, and the distributions their bounds come from. */
@NullMarked
package org.lisolo.surveillance.fit;

import org.jspecify.annotations.NullMarked;
