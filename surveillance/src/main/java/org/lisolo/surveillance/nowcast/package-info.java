/** Nowcasts and short forecasts of weekly official counts, with or without social signals. */
@NullMarked
package org.lisolo.surveillance.nowcast;

import org.jspecify.annotations.NullMarked;
