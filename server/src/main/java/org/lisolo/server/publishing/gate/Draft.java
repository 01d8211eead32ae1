package org.lisolo.server.publishing.gate;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Picture;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.Topic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is about to be said.
 *
 * @param brief for networks where little fits; may be empty, like the title
 * @param variants the words for single channels, instead of the common ones
 * @param sources one a line, see {@link org.lisolo.server.publishing.Source}
 * @param signature whether a clinician has signed just these words
 * @param replyTo the network's id of the message that it answers
 * @param pictures that leave with it; their descriptions are words like all others
 * @param released what people have permitted of it
 */
public record Draft(
        OrganisationId organisation,
        String language,
        Topic topic,
        String title,
        String text,
        String brief,
        Map<ChannelId, String> variants,
        String sources,
        Signature signature,
        @Nullable String replyTo,
        List<Picture> pictures,
        Released released) {
    /** Before the channel's id in the name of the part with its words. */
    public static final String VARIANT = "text-";

    /** Before a picture's hash in the name of the part that describes it. */
    public static final String ALT = "alt-";

    public Draft {
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        pictures = List.copyOf(pictures);
    }

    /** Words alone, which answer nobody and are the same on every channel. */
    public Draft(
            OrganisationId organisation,
            String language,
            Topic topic,
            String title,
            String text,
            String brief,
            String sources,
            Signature signature) {
        this(
                organisation,
                language,
                topic,
                title,
                text,
                brief,
                Map.of(),
                sources,
                signature,
                null,
                List.of(),
                Released.NOTHING);
    }

    /** The same with other words for some channels. */
    public Draft saying(Map<ChannelId, String> otherwise) {
        return new Draft(
                organisation,
                language,
                topic,
                title,
                text,
                brief,
                otherwise,
                sources,
                signature,
                replyTo,
                pictures,
                released);
    }

    /** The same as an answer to the message that the network names so. */
    public Draft answering(@Nullable String networkId) {
        return new Draft(
                organisation,
                language,
                topic,
                title,
                text,
                brief,
                variants,
                sources,
                signature,
                networkId,
                pictures,
                released);
    }

    /** The same with pictures. */
    public Draft showing(List<Picture> shown) {
        return new Draft(
                organisation,
                language,
                topic,
                title,
                text,
                brief,
                variants,
                sources,
                signature,
                replyTo,
                shown,
                released);
    }

    /** The same with what people have permitted of it. */
    public Draft released(Released permitted) {
        return new Draft(
                organisation,
                language,
                topic,
                title,
                text,
                brief,
                variants,
                sources,
                signature,
                replyTo,
                pictures,
                permitted);
    }

    /** Under the words of a piece. */
    public enum Signature {
        /** They are nobody's but the writer's. */
        NONE,
        SIGNED,
        /** They are a piece's, and nobody's signature counts under it now. */
        LAPSED
    }

    public boolean isSigned() {
        return signature == Signature.SIGNED;
    }

    /** All that anybody will read, by the names of the fields; what has no words is left out. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", title);
        parts.put("text", text);
        parts.put("brief", brief);
        variants.forEach((channel, words) -> parts.put(VARIANT + channel, words));
        pictures.forEach(picture -> parts.put(ALT + picture.hash().hex(), picture.alt()));
        parts.values().removeIf(String::isBlank);
        return parts;
    }
}
