/** Rules to begin with, written for hospitals, in French and English. */
@NamedInterface("starters")
@NullMarked
package org.lisolo.server.monitoring.starters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
