/** An application of nothing but the server's starters, to start beside it. */
@NullMarked
package org.lisolo.bench.bare;

import org.jspecify.annotations.NullMarked;
