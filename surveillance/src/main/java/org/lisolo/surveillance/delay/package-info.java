/** Reporting delays: what the newest counts will become when all reports are in. */
@NullMarked
package org.lisolo.surveillance.delay;

import org.jspecify.annotations.NullMarked;
