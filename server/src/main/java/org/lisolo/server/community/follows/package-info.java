/** Who follows what; nobody else is told. */
@NullMarked
package org.lisolo.server.community.follows;

import org.jspecify.annotations.NullMarked;
