package org.lisolo.server.community.words;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

import java.util.Set;

/** Gathers the hashtags of a text; those in a link are the link's. */
final class TagReader extends AbstractVisitor {
    private final Set<String> tags;

    TagReader(Set<String> tags) {
        this.tags = tags;
    }

    @Override
    public void visit(Text text) {
        for (Lead lead : Lead.in(text.getLiteral(), Set.of())) {
            if (lead.kind() == Lead.Kind.TAG) {
                tags.add(Hashtag.of(lead.words()));
            }
        }
    }

    @Override
    public void visit(Link link) {}
}
