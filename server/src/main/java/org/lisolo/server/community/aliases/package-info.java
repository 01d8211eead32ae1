/** Names for one discussion, behind which nobody sees who stands. */
@NullMarked
package org.lisolo.server.community.aliases;

import org.jspecify.annotations.NullMarked;
