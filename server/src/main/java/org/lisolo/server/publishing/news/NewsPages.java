package org.lisolo.server.publishing.news;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.publishing.Topic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the pages of news show. */
public final class NewsPages {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:!?)]");

    private NewsPages() {}

    /**
     * Something that was said.
     *
     * @param by the organisation's name
     * @param home of its news
     * @param corrected when it was last changed; empty if it never was
     */
    public record Item(
            String path,
            String by,
            String home,
            Topic topic,
            String language,
            String title,
            String text,
            Instant at,
            Optional<Instant> corrected,
            MessageId message,
            List<Shown> pictures) {
        public Item {
            pictures = List.copyOf(pictures);
        }

        /** What it is called in a list. */
        public String name() {
            return title.isBlank() ? text.lines().findFirst().orElse("") : title;
        }

        /** Its first words. */
        public String beginning() {
            int most = 240;
            String plain = text.strip();
            if (plain.length() <= most) {
                return plain;
            }
            int space = plain.lastIndexOf(' ', most);
            return plain.substring(0, space < most / 2 ? most : space) + "\u00a0…";
        }

        /** The words, and the addresses among them as links. */
        public List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            Matcher link = LINK.matcher(text);
            int from = 0;
            while (link.find()) {
                parts.add(new Part(text.substring(from, link.start()), ""));
                parts.add(new Part(link.group(), link.group()));
                from = link.end();
            }
            parts.add(new Part(text.substring(from), ""));
            return parts;
        }
    }

    /** A picture as our pages show it. */
    public record Shown(String path, String alt, int width, int height) {}

    /** A stretch of a text; {@code url} is empty where it is no link. */
    public record Part(String text, String url) {}

    /**
     * News, the newest first.
     *
     * @param name of the organisation; empty for the news of all
     * @param home where its news begin
     * @param policy where it tells how it behaves on social media; or empty
     */
    public record NewsPage(
            String name,
            String home,
            Optional<Topic> topic,
            List<Topic> topics,
            List<Item> items,
            String policy,
            String newer,
            String older,
            Head head) {
        /** The address of the feed in a format. */
        public String feed(String format) {
            return home + "/feed/" + format + topic.map(one -> "?topic=" + one.key()).orElse("");
        }
    }

    /** One of them. */
    public record ItemPage(Item item, String policy, Head head) {}

    /**
     * What a page tells machines.
     *
     * @param json schema.org data, safe within a script element; or empty
     */
    public record Head(String canonical, String description, String json) {}
}
