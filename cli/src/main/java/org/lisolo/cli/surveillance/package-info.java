/** The verbs of the surveillance library. */
@NullMarked
package org.lisolo.cli.surveillance;

import org.jspecify.annotations.NullMarked;
