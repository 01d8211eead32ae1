/** The tamper-evident log: Merkle tree, tiles, checkpoints and proofs. */
@NullMarked
package org.lisolo.ledger;

import org.jspecify.annotations.NullMarked;
