package org.lisolo.screening;

import java.util.List;

/**
 * A rule that is true of a post.
 *
 * @param spans the words that made it true, in the order of the text, each once; empty when it was
 *     fields or the absence of words alone, or more words than are shown of one post
 * @param undecided whether the text asked for more work than is allowed for one post, so that the
 *     rule may be true or not
 */
public record Match(String ruleId, List<Span> spans, boolean undecided) {
    public Match {
        spans = List.copyOf(spans);
    }

    /** A match that was decided. */
    public Match(String ruleId, List<Span> spans) {
        this(ruleId, spans, false);
    }
}
