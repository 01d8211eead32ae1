package org.lisolo.screening;

import java.util.List;

/**
 * A rule that is true of a post.
 *
 * @param spans the words that made it true, in the order of the text, each once; empty when it was
 *     fields or the absence of words alone
 */
public record Match(String ruleId, List<Span> spans) {
    public Match {
        spans = List.copyOf(spans);
    }
}
