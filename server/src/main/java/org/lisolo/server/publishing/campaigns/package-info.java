/** What an organisation wants to bring about by saying things, and how it did. */
@NamedInterface("campaigns")
@NullMarked
package org.lisolo.server.publishing.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
