/** An organisation's own site: its news, by topic, as pages and as feeds. */
@NullMarked
package org.lisolo.server.publishing.news;

import org.jspecify.annotations.NullMarked;
