/** The libraries at a command line. */
@NullMarked
package org.lisolo.cli;

import org.jspecify.annotations.NullMarked;
