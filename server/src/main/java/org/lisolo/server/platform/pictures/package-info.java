/**
 * Pictures that somebody sent and that may mean harm: they are drawn anew by a process of their
 * own, with little memory, so that nothing but the pixels is left of what came.
 */
@NamedInterface("pictures")
@NullMarked
package org.lisolo.server.platform.pictures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
