package org.lisolo.server.channels.bluesky;

import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The links of a post ({@code app.bsky.richtext.facet}): its words often show an address cut. */
final class LinkedText {
    private LinkedText() {}

    /** The words as HTML with links where facets name an address; null if none does. */
    static @Nullable String html(String text, JsonNode facets) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (Link link : links(facets)) {
            if (link.start() >= from && link.end() <= words.length) {
                html.append(escaped(words, from, link.start()))
                        .append("<a href=\"")
                        .append(Entities.escape(link.uri()))
                        .append("\">")
                        .append(escaped(words, link.start(), link.end()))
                        .append("</a>");
                from = link.end();
            }
        }
        return from == 0 ? null : html.append(escaped(words, from, words.length)).toString();
    }

    private static List<Link> links(JsonNode facets) {
        List<Link> links = new ArrayList<>();
        for (JsonNode facet : facets) {
            JsonNode index = facet.path("index");
            int start = offset(index.path("byteStart"));
            int end = offset(index.path("byteEnd"));
            for (JsonNode feature : facet.path("features")) {
                String uri = BlueskyFormat.textOrNull(feature, "uri");
                if (uri != null && uri.matches("(?is)https?://.*") && 0 <= start && start < end) {
                    links.add(new Link(start, end, uri));
                }
            }
        }
        links.sort(Comparator.comparingInt(Link::start));
        return links;
    }

    private static int offset(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToInt() ? number.intValue() : -1;
    }

    private static String escaped(byte[] words, int from, int to) {
        String part = new String(Arrays.copyOfRange(words, from, to), StandardCharsets.UTF_8);
        return Entities.escape(part).replace("\n", "<br>");
    }

    /** Offsets are bytes of UTF-8, the end exclusive. */
    private record Link(int start, int end, String uri) {}
}
