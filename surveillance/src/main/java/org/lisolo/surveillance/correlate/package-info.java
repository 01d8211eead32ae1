/** What a signal says about an official figure: correlation, lead, gain, and its own errors. */
@NullMarked
package org.lisolo.surveillance.correlate;

import org.jspecify.annotations.NullMarked;
