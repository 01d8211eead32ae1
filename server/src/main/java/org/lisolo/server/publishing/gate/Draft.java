package org.lisolo.server.publishing.gate;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.Topic;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is about to be said.
 *
 * @param brief for networks where little fits; may be empty, like the title
 * @param sources one a line, see {@link org.lisolo.server.publishing.Source}
 * @param signature whether a clinician has signed just these words
 */
public record Draft(
        OrganisationId organisation,
        String language,
        Topic topic,
        String title,
        String text,
        String brief,
        String sources,
        Signature signature) {
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

    /** By the names of the fields; those without words are left out. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", title);
        parts.put("text", text);
        parts.put("brief", brief);
        parts.values().removeIf(String::isBlank);
        return parts;
    }
}
