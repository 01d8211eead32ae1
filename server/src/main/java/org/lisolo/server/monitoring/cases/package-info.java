/** Following up: the alerts of one conversation gather into a case that is taken and closed. */
@NullMarked
package org.lisolo.server.monitoring.cases;

import org.jspecify.annotations.NullMarked;
