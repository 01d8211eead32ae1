/** Counts in time: one series, its calendar, and the CSV files that series come in and go out. */
@NullMarked
package org.lisolo.surveillance.series;

import org.jspecify.annotations.NullMarked;
