/** Handing files of messages over to a running Lisolo. */
@NullMarked
package org.lisolo.cli.imports;

import org.jspecify.annotations.NullMarked;
