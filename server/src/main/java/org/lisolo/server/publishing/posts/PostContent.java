package org.lisolo.server.publishing.posts;

import org.lisolo.server.publishing.Topic;

/**
 * What a post says.
 *
 * @param brief for networks where little fits; may be empty, like the title
 * @param sources one a line, see {@link org.lisolo.server.publishing.Source}
 * @param considered whether whoever wrote it has thought of what the gate asks about
 */
public record PostContent(
        String language,
        Topic topic,
        String title,
        String text,
        String brief,
        String sources,
        boolean considered) {}
