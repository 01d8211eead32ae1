/**
 * The tamper-evident log of all that happened: leaves come in with the transaction that they
 * witness ({@link org.lisolo.server.evidence.Leaves}), one node gives them their place and signs
 * ({@link org.lisolo.server.evidence.Sequencer}), all nodes read ({@link
 * org.lisolo.server.evidence.Log}).
 */
@ApplicationModule(displayName = "Evidence", allowedDependencies = "platform")
@NullMarked
package org.lisolo.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
