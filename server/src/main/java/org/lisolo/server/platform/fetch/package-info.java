/** The one way out: whatever the server fetches from other servers, it fetches by this guard. */
@NamedInterface("fetch")
@NullMarked
package org.lisolo.server.platform.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
