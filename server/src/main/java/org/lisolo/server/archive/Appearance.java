package org.lisolo.server.archive;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.lisolo.server.message.MessageEvent;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A version as it looked: its own markup with everything removed that could act, load or lead
 * astray; plain text as paragraphs, line breaks and links. The result is safe to stand in a page as
 * it is.
 */
final class Appearance {
    private static final Safelist ALLOWED =
            new Safelist()
                    .addTags(
                            "p",
                            "br",
                            "b",
                            "strong",
                            "i",
                            "em",
                            "u",
                            "s",
                            "del",
                            "blockquote",
                            "ul",
                            "ol",
                            "li",
                            "code",
                            "pre",
                            "sub",
                            "sup",
                            "a",
                            "span")
                    .addAttributes("a", "href")
                    .addProtocols("a", "href", "http", "https")
                    .addEnforcedAttribute("a", "rel", "nofollow noopener noreferrer ugc");
    private static final Pattern PARAGRAPHS = Pattern.compile("\\R{2,}");
    private static final OutputSettings COMPACT = new OutputSettings().prettyPrint(false);

    private Appearance() {}

    static String of(MessageEvent version) {
        String html = version.html();
        return html == null || html.isBlank() ? ofText(version.text()) : ofHtml(html);
    }

    private static String ofHtml(String html) {
        var clean = new Cleaner(ALLOWED).clean(Jsoup.parseBodyFragment(html));
        clean.outputSettings(COMPACT);
        return clean.body().html();
    }

    private static String ofText(String text) {
        StringBuilder html = new StringBuilder(text.length() + 32);
        PARAGRAPHS
                .splitAsStream(text.strip())
                .forEach(
                        paragraph ->
                                html.append("<p>")
                                        .append(
                                                paragraph
                                                        .lines()
                                                        .map(Appearance::withLinks)
                                                        .collect(Collectors.joining("<br>")))
                                        .append("</p>"));
        return html.toString();
    }

    private static String withLinks(String line) {
        StringBuilder html = new StringBuilder();
        for (String word : line.splitWithDelimiters("\\s+", 0)) {
            if (word.matches("https?://[^\\s<>\"]+")) {
                html.append(
                        new Element("a")
                                .attr("href", word)
                                .attr("rel", "nofollow noopener noreferrer ugc")
                                .text(word)
                                .outerHtml());
            } else {
                html.append(escaped(word));
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return Entities.escape(text);
    }
}
