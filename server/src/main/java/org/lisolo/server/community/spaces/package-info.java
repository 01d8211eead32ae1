/**
 * Places of the community: what they are for, who may read and write there, who looks after them.
 */
@NamedInterface("spaces")
@NullMarked
package org.lisolo.server.community.spaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
