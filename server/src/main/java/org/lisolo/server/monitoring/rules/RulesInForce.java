package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Match;
import org.lisolo.screening.Query;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.message.Sight;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Subscription;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules that are switched on, compiled, an organisation at a time. They are swapped as soon as
 * a change is heard of, and whoever screens a batch looks once whether they still stand: a rule
 * that was saved counts from the next batch on, on every node, even if a signal was missed.
 */
@Component
public class RulesInForce implements DisposableBean {
    private final RuleStore store;
    private final ChannelNames channels;
    private final Subscription subscription;
    private volatile Map<OrganisationId, Compiled> compiled = Map.of();

    RulesInForce(RuleStore store, ChannelNames channels, Signals signals) {
        this.store = store;
        this.channels = channels;
        this.subscription =
                signals.listen(Rules.CHANGED, _ -> Thread.startVirtualThread(this::current));
    }

    /** An organisation's rules as of a revision. */
    private record Compiled(long revision, Map<String, Rule> byId, RuleSet rules) {
        List<Hit> screen(MessageEvent event, String channel) {
            List<Hit> hits = new ArrayList<>();
            for (Match match : rules.screen(Screened.post(event, channel))) {
                Rule rule = byId.get(match.ruleId());
                if (rule != null && rule.terms().listensTo(event.channel())) {
                    hits.add(new Hit(rule, match));
                }
            }
            return hits;
        }
    }

    /** A rule that is true of an event, and the words that made it so. */
    public record Hit(Rule rule, Match match) {}

    /** Rules that stay the same while a batch is screened. */
    public static final class Edition {
        private final Map<OrganisationId, Compiled> compiled;
        private final ChannelNames channels;

        private Edition(Map<OrganisationId, Compiled> compiled, ChannelNames channels) {
            this.compiled = compiled;
            this.channels = channels;
        }

        /**
         * What each organisation's rules find in an event that the organisation may see.
         * Organisations without a find are left out.
         */
        public Map<OrganisationId, List<Hit>> screen(MessageEvent event) {
            Map<OrganisationId, List<Hit>> found = new HashMap<>();
            compiled.forEach(
                    (organisation, rules) -> {
                        if (Sight.ofStaff(organisation)
                                .allows(event.visibility(), event.organisation())) {
                            String channel = channels.of(event.channel(), organisation);
                            List<Hit> hits = rules.screen(event, channel);
                            if (!hits.isEmpty()) {
                                found.put(organisation, hits);
                            }
                        }
                    });
            return found;
        }

        public boolean isEmpty() {
            return compiled.isEmpty();
        }
    }

    /** The rules as they stand now. */
    public Edition current() {
        Map<OrganisationId, Long> revisions = store.revisions();
        if (!stand(revisions, compiled)) {
            refresh(revisions);
        }
        return new Edition(compiled, channels);
    }

    private synchronized void refresh(Map<OrganisationId, Long> revisions) {
        Map<OrganisationId, Compiled> next = new HashMap<>();
        revisions.forEach(
                (organisation, revision) -> {
                    Compiled held = compiled.get(organisation);
                    next.put(
                            organisation,
                            held != null && held.revision() >= revision
                                    ? held
                                    : compile(organisation, revision));
                });
        compiled = Map.copyOf(next);
    }

    private Compiled compile(OrganisationId organisation, long revision) {
        Map<String, Rule> byId =
                store.standing(organisation).stream()
                        .filter(rule -> rule.state() == RuleState.ON)
                        .filter(rule -> Query.parse(rule.terms().query()) instanceof Query)
                        .collect(Collectors.toMap(rule -> rule.id().toString(), rule -> rule));
        RuleSet rules =
                RuleSet.compile(
                        byId.entrySet().stream()
                                .map(
                                        rule ->
                                                new org.lisolo.screening.Rule(
                                                        rule.getKey(),
                                                        rule.getValue().terms().query()))
                                .toList());
        return new Compiled(revision, byId, rules);
    }

    private static boolean stand(
            Map<OrganisationId, Long> revisions, Map<OrganisationId, Compiled> held) {
        return revisions.entrySet().stream()
                .allMatch(
                        revision -> {
                            Compiled compiled = held.get(revision.getKey());
                            return compiled != null && compiled.revision() >= revision.getValue();
                        });
    }

    @Override
    public void destroy() {
        subscription.close();
    }
}
