/** {@code lisolo ledger}: checks the log from a database, or a proof from a file. */
@NullMarked
package org.lisolo.cli.ledger;

import org.jspecify.annotations.NullMarked;
