package org.lisolo.server.channels.bluesky;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a text is more than its signs: links, hashtags and mentions ({@code
 * app.bsky.richtext.facet}). The places are counted in bytes of UTF-8.
 */
final class Facets {
    private static final Pattern LINK = Pattern.compile("(?i)\\bhttps?://[^\\s<>\"«»“”]+");
    private static final Pattern TAG =
            Pattern.compile("(?<![\\p{L}\\p{N}_&#/])[#＃]([\\p{L}\\p{N}_\\p{M}]{1,64})");
    private static final Pattern MENTION =
            Pattern.compile(
                    "(?i)(?<![\\p{L}\\p{N}_@./])@((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
                            + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)");
    private static final String CLOSING = ".,;:!?)]}'’…";

    private Facets() {}

    /** What a place means. */
    sealed interface Feature {
        record Link(String uri) implements Feature {}

        record Tag(String tag) implements Feature {}

        /** Of an account by its handle. */
        record Mention(String handle) implements Feature {}
    }

    /** Bytes of UTF-8, the end exclusive. */
    record Facet(int start, int end, Feature feature) {}

    /** In their order, none within another. */
    static List<Facet> in(String text) {
        List<Facet> found = new ArrayList<>();
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            String link = withoutClosing(links.group());
            add(text, links.start(), links.start() + link.length(), new Feature.Link(link), found);
        }
        Matcher mentions = MENTION.matcher(text);
        while (mentions.find()) {
            String handle = mentions.group(1).toLowerCase(Locale.ROOT);
            add(text, mentions.start(), mentions.end(), new Feature.Mention(handle), found);
        }
        Matcher tags = TAG.matcher(text);
        while (tags.find()) {
            if (!tags.group(1).matches("[\\p{N}_]+")) {
                add(text, tags.start(), tags.end(), new Feature.Tag(tags.group(1)), found);
            }
        }
        found.sort(Comparator.comparingInt(Facet::start));
        return found;
    }

    /** A sentence's end is no part of an address; a bracket is where it was opened there. */
    private static String withoutClosing(String link) {
        int end = link.length();
        while (end > 0 && CLOSING.indexOf(link.charAt(end - 1)) >= 0) {
            if (link.charAt(end - 1) == ')' && link.substring(0, end).contains("(")) {
                break;
            }
            end--;
        }
        return link.substring(0, end);
    }

    private static void add(String text, int start, int end, Feature feature, List<Facet> found) {
        int from = bytes(text.substring(0, start));
        int to = from + bytes(text.substring(start, end));
        if (found.stream().noneMatch(one -> one.start() < to && from < one.end())) {
            found.add(new Facet(from, to, feature));
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
