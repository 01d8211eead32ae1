package org.lisolo.server.monitoring.rules;

import org.lisolo.server.channels.ChannelNames;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Sight;
import org.lisolo.server.monitoring.past.Fallen;
import org.lisolo.server.monitoring.rules.RuleWatch.Hit;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Subscription;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules that find, compiled, an organisation at a time: those that are switched on, and those
 * that are tried before. They are swapped as soon as a change is heard of, and whoever screens a
 * batch looks once whether they still stand: a rule that was saved counts from the next batch on,
 * on every node, even if a signal was missed.
 */
@Component
public class RulesInForce implements DisposableBean {
    private final RuleStore store;
    private final ChannelNames channels;
    private final Messages messages;
    private final Subscription subscription;
    private volatile Map<OrganisationId, Compiled> compiled = Map.of();

    RulesInForce(RuleStore store, ChannelNames channels, Messages messages, Signals signals) {
        this.store = store;
        this.channels = channels;
        this.messages = messages;
        this.subscription =
                signals.listen(Rules.CHANGED, _ -> Thread.startVirtualThread(this::current));
    }

    /** An organisation's rules as of a revision. */
    private record Compiled(long revision, RuleWatch rules) {}

    /** Rules that stay the same while a batch is screened. */
    public final class Edition {
        private final Map<OrganisationId, Compiled> compiled;

        private Edition(Map<OrganisationId, Compiled> compiled) {
            this.compiled = compiled;
        }

        /**
         * What each organisation's rules find in an event that the organisation may see.
         * Organisations without a find are left out.
         */
        public Map<OrganisationId, List<Hit>> screen(MessageEvent event) {
            Map<OrganisationId, List<Hit>> found = new HashMap<>();
            compiled.forEach(
                    (organisation, rules) -> {
                        Sight sight = Sight.ofStaff(organisation);
                        if (sight.allows(event)) {
                            List<Hit> hits = screen(rules.rules(), event, organisation, sight);
                            if (!hits.isEmpty()) {
                                found.put(organisation, hits);
                            }
                        }
                    });
            return found;
        }

        private List<Hit> screen(
                RuleWatch rules, MessageEvent event, OrganisationId organisation, Sight sight) {
            boolean deleted = event.kind() == EventKind.DELETED;
            if (deleted && !rules.asksDeletions()) {
                return List.of();
            }
            MessageEvent standing =
                    deleted ? Fallen.of(List.of(event), messages, sight).standing(event) : event;
            return rules.screen(event, standing, channels.of(event.channel(), organisation));
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
        return new Edition(compiled);
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
                                    : new Compiled(
                                            revision, RuleWatch.of(store.standing(organisation))));
                });
        compiled = Map.copyOf(next);
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
