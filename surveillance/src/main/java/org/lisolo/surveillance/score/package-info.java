/** Scores of forecasts: how far off, how sure, how much better than the baseline. */
@NullMarked
package org.lisolo.surveillance.score;

import org.jspecify.annotations.NullMarked;
