/** Posts: drafted, approved, said, edited and taken down. */
@NamedInterface("posts")
@NullMarked
package org.lisolo.server.publishing.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
