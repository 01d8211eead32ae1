package org.lisolo.server.platform;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What feed readers take: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. */
@Component
public class Feeds {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final JsonMapper JSON = new JsonMapper();

    private final CanonicalAddress addresses;

    Feeds(CanonicalAddress addresses) {
        this.addresses = addresses;
    }

    /**
     * Something in a feed.
     *
     * @param path of its page
     * @param name what it is called in a list
     * @param by whose it is
     * @param language BCP 47
     */
    public record Item(
            String path,
            String name,
            String text,
            String by,
            String language,
            Instant at,
            Optional<Instant> corrected) {}

    /**
     * A feed as it is asked for.
     *
     * @param title of the feed
     * @param home the path of the page whose news it has
     * @param self its own path
     */
    public record Feed(String title, String home, String self, List<Item> items) {
        public Feed {
            items = List.copyOf(items);
        }

        Instant updated() {
            return items.stream()
                    .map(item -> item.corrected().orElse(item.at()))
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    /**
     * A feed as an answer, which anybody on the way may keep for five minutes.
     *
     * @param format {@code rss}, {@code atom} or {@code json}; there is no other
     */
    public Optional<ResponseEntity<byte[]>> answer(String format, Feed feed) {
        return switch (format) {
            case "rss" -> Optional.of(answerOf("application/rss+xml", rss(feed)));
            case "atom" -> Optional.of(answerOf("application/atom+xml", atom(feed)));
            case "json" -> Optional.of(answerOf("application/feed+json", json(feed)));
            default -> Optional.empty();
        };
    }

    private static ResponseEntity<byte[]> answerOf(String type, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private String rss(Feed feed) {
        StringBuilder xml =
                new StringBuilder(HEAD)
                        .append("<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">")
                        .append("<channel>\n")
                        .append(element("title", feed.title()))
                        .append(element("link", addresses.of(feed.home())))
                        .append(element("description", feed.title()))
                        .append("<atom:link rel=\"self\" type=\"application/rss+xml\" href=\"")
                        .append(escaped(addresses.of(feed.self())))
                        .append("\"/>\n");
        for (Item item : feed.items()) {
            String url = addresses.of(item.path());
            xml.append("<item>\n")
                    .append(element("title", item.name()))
                    .append(element("link", url))
                    .append(element("guid", url))
                    .append(
                            element(
                                    "pubDate",
                                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                            item.at().atOffset(ZoneOffset.UTC))))
                    .append(element("description", item.text()))
                    .append("</item>\n");
        }
        return xml.append("</channel></rss>\n").toString();
    }

    private String atom(Feed feed) {
        StringBuilder xml =
                new StringBuilder(HEAD)
                        .append("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
                        .append(element("title", feed.title()))
                        .append(element("id", addresses.of(feed.home())))
                        .append(element("updated", feed.updated().toString()))
                        .append(link("alternate", addresses.of(feed.home())))
                        .append(link("self", addresses.of(feed.self())));
        for (Item item : feed.items()) {
            String url = addresses.of(item.path());
            xml.append("<entry xml:lang=\"")
                    .append(escaped(item.language()))
                    .append("\">\n")
                    .append(element("title", item.name()))
                    .append(element("id", url))
                    .append(link("alternate", url))
                    .append(element("published", item.at().toString()))
                    .append(element("updated", item.corrected().orElse(item.at()).toString()))
                    .append("<author>")
                    .append(element("name", item.by()))
                    .append("</author>\n")
                    .append(element("content", item.text()))
                    .append("</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private String json(Feed feed) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put("version", "https://jsonfeed.org/version/1.1")
                        .put("title", feed.title())
                        .put("home_page_url", addresses.of(feed.home()))
                        .put("feed_url", addresses.of(feed.self()));
        ArrayNode items = node.putArray("items");
        for (Item item : feed.items()) {
            String url = addresses.of(item.path());
            ObjectNode one =
                    items.addObject()
                            .put("id", url)
                            .put("url", url)
                            .put("title", item.name())
                            .put("content_text", item.text())
                            .put("language", item.language())
                            .put("date_published", item.at().toString());
            item.corrected().ifPresent(at -> one.put("date_modified", at.toString()));
            one.putArray("authors").addObject().put("name", item.by());
        }
        return JSON.writeValueAsString(node);
    }

    private static String link(String rel, String url) {
        return "<link rel=\"" + rel + "\" href=\"" + escaped(url) + "\"/>\n";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    /** What XML 1.0 can't hold is left out. */
    private static String escaped(String text) {
        return text.replaceAll(
                        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
