/**
 * What is written in spaces, with its pictures, polls and marks: how it is kept, changed, shown.
 */
@NamedInterface("contributions")
@NullMarked
package org.lisolo.server.community.contributions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
