package org.lisolo.server.archive;

import org.lisolo.screening.Field;
import org.lisolo.screening.Match;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;
import org.lisolo.screening.Span;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a query is true of a version of a message. A query that asks for deletions is also asked
 * of the version that stood when its message was deleted.
 */
final class Decision {
    private final SearchQuery query;
    private final RuleSet rule;
    private final boolean asksDeletions;
    private final ChannelNames channels;

    Decision(SearchQuery query, Query asked, ChannelNames channels) {
        this.query = query;
        this.rule = RuleSet.compile(List.of(new Rule("asked", asked.source())));
        this.asksDeletions = asked.asks(Field.IS, "delete");
        this.channels = channels;
    }

    /** The words that make it true; empty if it is not. */
    Optional<List<Span>> on(Message message, MessageEvent version) {
        Post post = Screened.post(version, channel(version));
        Optional<List<Span>> marks = screen(post);
        boolean fell = asksDeletions && message.deleted() && version.equals(message.current());
        return marks.isEmpty() && fell ? screen(post.withEvent(Post.Event.DELETED)) : marks;
    }

    /** Whether the version is of the time that is searched, and true. */
    boolean includes(Message message, MessageEvent version) {
        Instant from = query.from();
        Instant until = query.until();
        return (from == null || !version.happenedAt().isBefore(from))
                && (until == null || version.happenedAt().isBefore(until))
                && on(message, version).isPresent();
    }

    private Optional<List<Span>> screen(Post post) {
        return rule.screen(post).stream().map(Match::spans).findFirst();
    }

    private String channel(MessageEvent version) {
        return query.sight().organisations().contains(version.organisation())
                ? channels.of(version.channel())
                : "";
    }
}
