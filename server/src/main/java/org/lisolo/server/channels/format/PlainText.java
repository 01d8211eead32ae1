package org.lisolo.server.channels.format;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.Locale;
import java.util.Set;

/**
 * The words of HTML, without its markup: what a reader sees, with its paragraphs and line breaks,
 * and the addresses of links that the words don't show. What would run or is hidden (scripts,
 * styles, templates) has no words.
 */
public final class PlainText {
    private static final Set<String> PARAGRAPHS =
            Set.of(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "ul",
                    "ol",
                    "dl",
                    "table",
                    "figure");
    private static final Set<String> LINES =
            Set.of(
                    "div",
                    "li",
                    "dt",
                    "dd",
                    "tr",
                    "hr",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "figcaption",
                    "address",
                    "details",
                    "summary");
    private static final Set<String> WITHOUT_WORDS =
            Set.of(
                    "script",
                    "style",
                    "template",
                    "noscript",
                    "head",
                    "title",
                    "iframe",
                    "object",
                    "svg",
                    "math",
                    "select",
                    "textarea");

    private PlainText() {}

    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Words words = new Words();
        Jsoup.parseBodyFragment(html).body().traverse(words);
        return words.text();
    }

    private static final class Words implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int breaks;
        private boolean space;
        private int silent;
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && silent == 0) {
                add(words.getWholeText(), preformatted > 0);
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            String name = element.normalName();
            if (WITHOUT_WORDS.contains(name)) {
                silent++;
            }
            if (silent > 0) {
                return;
            }
            switch (name) {
                case "br" -> lines(breaks + 1);
                case "img" -> add(element.attr("alt"), false);
                case "li" -> {
                    lines(1);
                    add("-", false);
                    space = true;
                }
                case "td", "th" -> space = true;
                case "pre" -> {
                    lines(2);
                    preformatted++;
                }
                default -> lines(breaksAround(name));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String name = element.normalName();
            if (silent > 0) {
                silent -= WITHOUT_WORDS.contains(name) ? 1 : 0;
                return;
            }
            preformatted -= name.equals("pre") ? 1 : 0;
            if (name.equals("a")) {
                addAddress(element);
            }
            lines(breaksAround(name));
        }

        /** The address stands in brackets unless the words already say it, or name someone. */
        private void addAddress(Element link) {
            String address = link.attr("href").strip();
            String shown = link.text().strip();
            if (address.matches("(?is)(https?|mailto|tel):.*")
                    && !shown.startsWith("@")
                    && !shown.startsWith("#")
                    && !bare(address).equals(bare(shown))) {
                add(shown.isEmpty() ? address : " (" + address + ")", false);
            }
        }

        private static String bare(String address) {
            return address.toLowerCase(Locale.ROOT)
                    .replaceFirst("^(https?://|mailto:|tel:)(www\\.)?", "")
                    .replaceFirst("/$", "");
        }

        private static int breaksAround(String name) {
            return PARAGRAPHS.contains(name) ? 2 : LINES.contains(name) ? 1 : 0;
        }

        private void lines(int wanted) {
            breaks = Math.max(breaks, wanted);
        }

        private void add(String words, boolean asIs) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (asIs && c == '\n') {
                    lines(breaks + 1);
                } else if (!asIs && isSpace(c)) {
                    space = true;
                } else {
                    separate();
                    text.append(c);
                }
            }
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        }

        private void separate() {
            if (!text.isEmpty() && breaks > 0) {
                text.repeat('\n', Math.min(breaks, 2));
            } else if (!text.isEmpty() && space) {
                text.append(' ');
            }
            breaks = 0;
            space = false;
        }

        String text() {
            return text.toString();
        }
    }
}
