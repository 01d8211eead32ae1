package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.monitoring.Urgency;
import org.lisolo.server.monitoring.rules.Told;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens cases by hand, on conversations that no rule has caught. */
@Service
@NamedInterface("cases")
public class CaseOpening {
    private final CaseStore store;
    private final CaseStepStore history;
    private final Messages messages;
    private final Ids ids;
    private final Clock clock;

    CaseOpening(CaseStore store, CaseStepStore history, Messages messages, Ids ids, Clock clock) {
        this.store = store;
        this.history = history;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A case on the conversation that a message stands in: the open one, if there is one.
     *
     * @throws Problem if this person does not work on cases
     */
    @Transactional
    public CaseId on(SignedIn who, MessageId message, ChannelId channel, Urgency urgency) {
        if (!CaseSteps.mayWork(who)) {
            throw Problem.forbidden("monitoring.case.forbidden");
        }
        List<MessageId> lineage = messages.ancestors(message);
        List<Case> open = store.lockOpen(Set.of(who.organisation()), lineage);
        return open.isEmpty()
                ? open(who, lineage.getLast(), channel, urgency)
                : open.getFirst().id();
    }

    private CaseId open(SignedIn who, MessageId top, ChannelId channel, Urgency urgency) {
        Instant now = clock.instant();
        var opened =
                new Case(
                        new CaseId(ids.next()),
                        who.organisation(),
                        store.takeNumbers(who.organisation(), 1),
                        top,
                        channel,
                        urgency,
                        new Told(Set.of(Role.COMPLIANCE), Set.of(who.account())),
                        0,
                        now,
                        now,
                        Optional.empty(),
                        Held.NOBODY,
                        Optional.empty(),
                        Optional.empty(),
                        1);
        store.open(List.of(opened));
        CaseStep step = CaseStep.done(CaseStep.Kind.OPENED_BY_HAND, who.account(), now);
        history.add(new LinkedHashMap<>(Map.of(opened.id(), step)));
        return opened.id();
    }
}
