/** The light Markdown that people write, and what in it leads somewhere. */
@NullMarked
package org.lisolo.server.community.words;

import org.jspecify.annotations.NullMarked;
