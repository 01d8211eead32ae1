/** Telling languages apart, beside Lingua. */
@NullMarked
package org.lisolo.bench.language;

import org.jspecify.annotations.NullMarked;
