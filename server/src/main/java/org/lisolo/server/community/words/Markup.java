package org.lisolo.server.community.words;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Light Markdown: paragraphs, emphasis, lists, quotations, code and links. HTML in it is shown as
 * it was typed; a picture by its address becomes a link. Immutable.
 */
public final class Markup {
    /** Nobody nests so deeply who wants to be read. */
    private static final int DEEPEST = 24;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(
                            Set.of(
                                    BlockQuote.class,
                                    FencedCodeBlock.class,
                                    Heading.class,
                                    ListBlock.class,
                                    ThematicBreak.class))
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .build();

    private Markup() {}

    public static String html(String text) {
        return html(text, Map.of());
    }

    /**
     * As HTML that can do nothing but be read and lead elsewhere.
     *
     * @param people to where a name after an at sign leads
     */
    public static String html(String text, Map<String, String> people) {
        var words = new MarkupWriter(people);
        Node read = PARSER.parse(text);
        if (isDeep(read)) {
            words.asTyped(text);
        } else {
            read.accept(words);
        }
        return words.html();
    }

    /** The words alone, in one line. */
    public static String plain(String text) {
        Node read = PARSER.parse(text);
        return isDeep(read) ? text : Plain.of(read);
    }

    /** The hashtags, as they stand in addresses. */
    public static Set<String> tags(String text) {
        return leads(text, Set.of())
                .filter(lead -> lead.kind() == Lead.Kind.TAG)
                .map(lead -> Hashtag.of(lead.words()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of these people whom the text names after an at sign. */
    public static Set<String> named(String text, Collection<String> people) {
        return leads(text, people)
                .filter(lead -> lead.kind() == Lead.Kind.PERSON)
                .map(Lead::to)
                .collect(Collectors.toSet());
    }

    private static Stream<Lead> leads(String text, Collection<String> people) {
        Node read = PARSER.parse(text);
        if (isDeep(read)) {
            return Stream.empty();
        }
        var reader = new LeadReader(people);
        read.accept(reader);
        return reader.leads().stream();
    }

    /** Asked without recursion, as what is walked by recursion later must not be too deep. */
    private static boolean isDeep(Node top) {
        int depth = 0;
        Node at = top;
        while (at != null) {
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                if (++depth > 3 * DEEPEST) {
                    return true;
                }
                continue;
            }
            while (at != null && at.getNext() == null) {
                at = at.getParent();
                depth--;
            }
            at = at == null ? null : at.getNext();
        }
        return false;
    }
}
