/** Finding identifiers, beside a plain pass of regular expressions. */
@NullMarked
package org.lisolo.bench.phi;

import org.jspecify.annotations.NullMarked;
