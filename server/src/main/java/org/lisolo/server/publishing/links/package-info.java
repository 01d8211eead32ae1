/** Links in what is said: how networks show them, and where readers came from. */
@NamedInterface("links")
@NullMarked
package org.lisolo.server.publishing.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
