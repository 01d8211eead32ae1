/** Files that people hand over: kept until they are read, resumed after a crash. */
@NullMarked
package org.lisolo.server.channels.imports;

import org.jspecify.annotations.NullMarked;
