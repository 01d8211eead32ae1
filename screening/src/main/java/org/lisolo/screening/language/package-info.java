/** Which language a text is in, word by word where it mixes several. */
@NullMarked
package org.lisolo.screening.language;

import org.jspecify.annotations.NullMarked;
