/** What a person is told outside the pages: queued, sealed, carried by mail or another way. */
@NamedInterface("letters")
@NullMarked
package org.lisolo.server.people.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
