/** The content library: pieces that are ready to be said, and who has signed them. */
@NamedInterface("library")
@NullMarked
package org.lisolo.server.publishing.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
