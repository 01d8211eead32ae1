package org.lisolo.server.community.words;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Gathers what the words of a text lead to; what stands in a link is the link's. */
final class LeadReader extends AbstractVisitor {
    private final Collection<String> people;
    private final List<Lead> leads = new ArrayList<>();

    LeadReader(Collection<String> people) {
        this.people = people;
    }

    List<Lead> leads() {
        return leads;
    }

    @Override
    public void visit(Text text) {
        leads.addAll(Lead.in(text.getLiteral(), people));
    }

    @Override
    public void visit(Link link) {}
}
