/** The audit trail as compliance reads it: searched, exported, proven. */
@NullMarked
package org.lisolo.server.archive.trail;

import org.jspecify.annotations.NullMarked;
