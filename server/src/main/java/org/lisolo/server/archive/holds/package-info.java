/** Legal holds: what must not be erased, why and until when. */
@NullMarked
package org.lisolo.server.archive.holds;

import org.jspecify.annotations.NullMarked;
