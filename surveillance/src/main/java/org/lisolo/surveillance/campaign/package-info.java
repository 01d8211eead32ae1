/** What a campaign changed. */
@NullMarked
package org.lisolo.surveillance.campaign;

import org.jspecify.annotations.NullMarked;
