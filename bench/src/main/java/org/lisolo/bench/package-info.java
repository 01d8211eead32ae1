/** Measurements beside a peer or a limit, in the same run. */
@NullMarked
package org.lisolo.bench;

import org.jspecify.annotations.NullMarked;
