/** Rules at a command line. */
@NullMarked
package org.lisolo.cli.screening;

import org.jspecify.annotations.NullMarked;
