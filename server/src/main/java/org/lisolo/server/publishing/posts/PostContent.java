package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.publishing.Topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a post says.
 *
 * @param brief for networks where little fits; may be empty, like the title
 * @param sources one a line, see {@link org.lisolo.server.publishing.Source}
 * @param considered whether whoever wrote it has thought of what the gate asks about
 * @param targets where it is said; on our own site if nobody chose
 */
public record PostContent(
        String language,
        Topic topic,
        String title,
        String text,
        String brief,
        String sources,
        boolean considered,
        List<PostTarget> targets) {
    public PostContent {
        targets = List.copyOf(targets);
    }

    /** Said on our own site. */
    public PostContent(
            String language,
            Topic topic,
            String title,
            String text,
            String brief,
            String sources,
            boolean considered) {
        this(language, topic, title, text, brief, sources, considered, List.of());
    }

    PostContent withTargets(List<PostTarget> chosen) {
        return new PostContent(language, topic, title, text, brief, sources, considered, chosen);
    }

    /** Of this again one has to think. */
    PostContent unconsidered() {
        return new PostContent(language, topic, title, text, brief, sources, false, targets);
    }

    /** The words for single channels. */
    Map<ChannelId, String> variants() {
        Map<ChannelId, String> variants = new LinkedHashMap<>();
        targets.forEach(target -> variants.put(target.channel(), target.text()));
        variants.values().removeIf(String::isBlank);
        return variants;
    }
}
