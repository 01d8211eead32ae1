package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Field;
import org.lisolo.screening.Match;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rules of one organisation, compiled. A deletion has no words of its own: it is shown, with the
 * words that it took away, to the rules that ask for deletions, and to no others. Safe for use by
 * many threads.
 */
public final class RuleWatch {
    private final Map<String, Rule> byId;
    private final RuleSet all;
    private final RuleSet deletions;

    private RuleWatch(Map<String, Rule> byId, RuleSet all, RuleSet deletions) {
        this.byId = byId;
        this.all = all;
        this.deletions = deletions;
    }

    /** A rule that is true of an event, and the words that made it so. */
    public record Hit(Rule rule, Match match) {}

    /** Compiles rules; one that can't be read any more is left out. */
    public static RuleWatch of(Collection<Rule> rules) {
        Map<String, Rule> byId =
                rules.stream()
                        .filter(rule -> Query.parse(rule.terms().query()) instanceof Query)
                        .collect(
                                Collectors.toMap(
                                        rule -> rule.id().toString(), Function.identity()));
        List<Rule> asking =
                byId.values().stream().filter(rule -> asksDeletions(rule.terms())).toList();
        return new RuleWatch(byId, compiled(byId.values()), compiled(asking));
    }

    private static boolean asksDeletions(RuleTerms terms) {
        return Query.parse(terms.query()) instanceof Query query && query.asks(Field.IS, "delete");
    }

    private static RuleSet compiled(Collection<Rule> rules) {
        return RuleSet.compile(
                rules.stream()
                        .map(
                                rule ->
                                        new org.lisolo.screening.Rule(
                                                rule.id().toString(), rule.terms().query()))
                        .toList());
    }

    /** Whether a rule wants to know of deletions. */
    public boolean asksDeletions() {
        return deletions.size() > 0;
    }

    /**
     * What the rules find in an event.
     *
     * @param standing the version with the words: the event itself, or for a deletion what it took
     *     away
     * @param channel the name of its channel, as the organisation knows it
     */
    public List<Hit> screen(MessageEvent event, MessageEvent standing, String channel) {
        Post post = Screened.post(standing, channel);
        return event.kind() == EventKind.DELETED
                ? hits(deletions, post.withEvent(Post.Event.DELETED), event.channel())
                : hits(all, post, event.channel());
    }

    private List<Hit> hits(RuleSet rules, Post post, ChannelId channel) {
        List<Hit> hits = new ArrayList<>();
        for (Match match : rules.screen(post)) {
            Rule rule = byId.get(match.ruleId());
            if (rule != null && rule.terms().listensTo(channel)) {
                hits.add(new Hit(rule, match));
            }
        }
        return hits;
    }
}
