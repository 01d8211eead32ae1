/** The first class of each jar, which Java 17 can still read. */
@NullMarked
package org.lisolo.start;

import org.jspecify.annotations.NullMarked;
