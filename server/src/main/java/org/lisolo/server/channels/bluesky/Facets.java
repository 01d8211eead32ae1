package org.lisolo.server.channels.bluesky;

import org.lisolo.server.channels.Appearance.Kind;
import org.lisolo.server.channels.Appearance.Stretch;

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

    /** Of an address after its host; what is longer shows so many characters of it. */
    private static final int SHORTEST = 15;

    private static final int SHORTENED = 13;
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

    /** A text as readers see it there. */
    static List<Stretch> shown(String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        List<Stretch> shown = new ArrayList<>();
        int from = 0;
        for (Facet facet : in(text)) {
            if (facet.start() > from) {
                shown.add(new Stretch(Kind.WORDS, part(words, from, facet.start())));
            }
            String part = part(words, facet.start(), facet.end());
            shown.add(
                    switch (facet.feature()) {
                        case Feature.Link _ -> new Stretch(Kind.LINK, shortened(part));
                        case Feature.Tag _ -> new Stretch(Kind.HASHTAG, part);
                        case Feature.Mention _ -> new Stretch(Kind.ACCOUNT, part);
                    });
            from = facet.end();
        }
        if (from < words.length) {
            shown.add(new Stretch(Kind.WORDS, part(words, from, words.length)));
        }
        return shown;
    }

    /** As the network's own apps show an address: its host, and of the rest the beginning. */
    private static String shortened(String link) {
        Matcher parts = Pattern.compile("(?is)https?://([^/?#]+)(.*)").matcher(link);
        if (!parts.matches()) {
            return link;
        }
        String rest = parts.group(2).equals("/") ? "" : parts.group(2);
        return parts.group(1).toLowerCase(Locale.ROOT)
                + (rest.length() > SHORTEST ? rest.substring(0, SHORTENED) + "..." : rest);
    }

    private static String part(byte[] words, int from, int to) {
        return new String(words, from, to - from, StandardCharsets.UTF_8);
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
