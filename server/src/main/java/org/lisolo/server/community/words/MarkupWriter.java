package org.lisolo.server.community.words;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Writes what was read of a text as HTML of few elements and fewer attributes. */
final class MarkupWriter extends AbstractVisitor {
    private static final String ELSEWHERE = "\" rel=\"nofollow noopener ugc\">";

    /** Signs that turn the direction of what comes after them, beyond the text itself. */
    private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private final StringBuilder html = new StringBuilder();
    private final Map<String, String> people;
    private boolean inLink;

    MarkupWriter(Map<String, String> people) {
        this.people = people;
    }

    String html() {
        return html.toString();
    }

    /** Without reading anything in it. */
    void asTyped(String text) {
        for (String part : text.split("\\n\\s*\\n", -1)) {
            html.append("<p>");
            String[] lines = part.split("\\n", -1);
            for (int i = 0; i < lines.length; i++) {
                html.append(i == 0 ? "" : "<br>");
                escaped(lines[i]);
            }
            html.append("</p>");
        }
    }

    private void escaped(String text) {
        String plain = TURNS.matcher(text).replaceAll("");
        for (int i = 0; i < plain.length(); i++) {
            char sign = plain.charAt(i);
            switch (sign) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(sign);
            }
        }
    }

    private void within(String element, Node node) {
        html.append('<').append(element).append('>');
        visitChildren(node);
        html.append("</").append(element).append('>');
    }

    @Override
    public void visit(Text text) {
        String words = text.getLiteral();
        int from = 0;
        if (!inLink) {
            for (Lead lead : Lead.in(words, people.keySet())) {
                escaped(words.substring(from, lead.start()));
                lead(lead);
                from = lead.end();
            }
        }
        escaped(words.substring(from));
    }

    private void lead(Lead lead) {
        boolean here = lead.kind() == Lead.Kind.TAG || lead.kind() == Lead.Kind.PERSON;
        String to =
                lead.kind() == Lead.Kind.PERSON
                        ? Objects.requireNonNull(people.get(lead.to()))
                        : lead.to();
        html.append("<a href=\"");
        escaped(to);
        html.append(here ? "\">" : ELSEWHERE);
        escaped(lead.words());
        html.append("</a>");
    }

    @Override
    public void visit(Link link) {
        elsewhere(link.getDestination(), link);
    }

    /** Whoever wants to see it goes there. */
    @Override
    public void visit(Image image) {
        elsewhere(image.getDestination(), image);
    }

    private void elsewhere(String address, Node words) {
        if (inLink || !Address.isSafe(address)) {
            visitChildren(words);
            return;
        }
        String typed = Plain.of(words);
        html.append("<a href=\"");
        escaped(address);
        html.append(ELSEWHERE);
        if (typed.isBlank() || Address.isMisleading(typed, address)) {
            escaped(address);
        } else {
            inLink = true;
            visitChildren(words);
            inLink = false;
        }
        html.append("</a>");
    }

    @Override
    public void visit(Paragraph paragraph) {
        Node above = paragraph.getParent() == null ? null : paragraph.getParent().getParent();
        if (above instanceof ListBlock list && list.isTight()) {
            visitChildren(paragraph);
        } else {
            within("p", paragraph);
        }
    }

    /** The page has its own headings. */
    @Override
    public void visit(Heading heading) {
        html.append("<p>");
        within("strong", heading);
        html.append("</p>");
    }

    @Override
    public void visit(BlockQuote quote) {
        within("blockquote", quote);
    }

    @Override
    public void visit(BulletList list) {
        within("ul", list);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        html.append("<ol");
        if (first != null && first != 1) {
            html.append(" start=\"").append(first.intValue()).append('"');
        }
        html.append('>');
        visitChildren(list);
        html.append("</ol>");
    }

    @Override
    public void visit(ListItem item) {
        within("li", item);
    }

    @Override
    public void visit(Emphasis emphasis) {
        within("em", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        within("strong", emphasis);
    }

    @Override
    public void visit(Code code) {
        html.append("<code>");
        escaped(code.getLiteral());
        html.append("</code>");
    }

    @Override
    public void visit(FencedCodeBlock code) {
        asCode(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        asCode(code.getLiteral());
    }

    private void asCode(String text) {
        html.append("<pre><code>");
        escaped(text);
        html.append("</code></pre>");
    }

    @Override
    public void visit(HtmlInline typed) {
        escaped(typed.getLiteral());
    }

    @Override
    public void visit(HtmlBlock typed) {
        html.append("<p>");
        escaped(typed.getLiteral());
        html.append("</p>");
    }

    @Override
    public void visit(ThematicBreak line) {
        html.append("<hr>");
    }

    @Override
    public void visit(SoftLineBreak end) {
        html.append("<br>");
    }

    @Override
    public void visit(HardLineBreak end) {
        html.append("<br>");
    }
}
