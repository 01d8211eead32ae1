package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How alerts become cases, inside the transaction of whoever found them. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {
    private final CaseStore store;
    private final CaseStepStore history;
    private final Ids ids;
    private final Clock clock;

    Cases(CaseStore store, CaseStepStore history, Ids ids, Clock clock) {
        this.store = store;
        this.history = history;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts each finding into its case, opening those that are missing; in the findings' order. */
    public List<CaseId> gather(List<Finding> findings) {
        if (findings.isEmpty()) {
            return List.of();
        }
        Set<OrganisationId> organisations =
                findings.stream().map(Finding::organisation).collect(Collectors.toSet());
        Set<MessageId> lineages =
                findings.stream().flatMap(f -> f.lineage().stream()).collect(Collectors.toSet());
        var gathering = new Gathering(store.lockOpen(organisations, lineages), ids::next);
        List<CaseId> homes = findings.stream().map(gathering::add).toList();
        store.grow(gathering.grown());
        List<Case> opened = numbered(gathering.opened());
        store.open(opened);
        history.add(
                opened.stream()
                        .collect(
                                Collectors.toMap(
                                        Case::id,
                                        c -> CaseStep.happened(CaseStep.Kind.OPENED, c.openedAt()),
                                        (one, other) -> one,
                                        LinkedHashMap::new)));
        return homes;
    }

    /** Says in the histories of open cases that messages of theirs were deleted. */
    public void tellDeleted(Collection<MessageId> messages) {
        tell(store.openWithAlertsOn(messages), CaseStep.Kind.MESSAGE_DELETED);
    }

    /** Says in the histories that messages' content was erased for good. */
    public void tellErased(Collection<MessageId> messages) {
        tell(store.withAlertsOn(messages), CaseStep.Kind.CONTENT_ERASED);
    }

    private void tell(List<CaseId> cases, CaseStep.Kind kind) {
        CaseStep step = CaseStep.happened(kind, clock.instant());
        history.add(cases.stream().collect(Collectors.toMap(Function.identity(), _ -> step)));
    }

    private List<Case> numbered(List<Case> opened) {
        Map<OrganisationId, Integer> next = new HashMap<>();
        opened.stream()
                .collect(Collectors.groupingBy(Case::organisation, Collectors.counting()))
                .forEach((o, n) -> next.put(o, store.takeNumbers(o, Math.toIntExact(n))));
        List<Case> numbered = new ArrayList<>(opened.size());
        for (Case fresh : opened) {
            int number = next.merge(fresh.organisation(), 1, Integer::sum) - 1;
            numbered.add(fresh.numbered(number));
        }
        return numbered;
    }
}
