/** Random numbers as R draws them, so that results that rest on draws can be compared with R's. */
@NullMarked
package org.lisolo.surveillance.chance;

import org.jspecify.annotations.NullMarked;
