/** An organisation's own site: what is sent there stands on its news pages. */
@NamedInterface("site")
@NullMarked
package org.lisolo.server.channels.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
