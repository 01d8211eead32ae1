/** The rule engine beside what people would pick instead, and beside the limit. */
@NullMarked
package org.lisolo.bench.rules;

import org.jspecify.annotations.NullMarked;
