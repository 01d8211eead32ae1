/** What is said in spaces: questions, talk and cases, and what answers them. */
@NamedInterface("discussions")
@NullMarked
package org.lisolo.server.community.discussions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
