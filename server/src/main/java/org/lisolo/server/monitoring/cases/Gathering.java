package org.lisolo.server.monitoring.cases;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.monitoring.CaseId;
import org.lisolo.server.people.OrganisationId;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decides which case an alert belongs to: the oldest open one of the same organisation on any
 * message of the conversation above it, else a new one. When a conversation turns out to begin
 * higher up than was known, its case moves up with it, so that the next branch finds it too.
 */
final class Gathering {
    private final Map<CaseId, Case> cases = new LinkedHashMap<>();
    private final Map<Conversation, CaseId> open = new HashMap<>();
    private final Set<CaseId> opened = new LinkedHashSet<>();
    private final Set<CaseId> grown = new LinkedHashSet<>();
    private final Supplier<UUID> ids;

    private record Conversation(OrganisationId organisation, MessageId message) {}

    /**
     * Begins with the cases that are open.
     *
     * @param openCases all open cases on any message of the findings' lineages
     * @param ids of new cases
     */
    Gathering(Collection<Case> openCases, Supplier<UUID> ids) {
        this.ids = ids;
        openCases.forEach(this::keep);
    }

    CaseId add(Finding finding) {
        Case found = openCase(finding).orElseGet(() -> fresh(finding));
        boolean isNew = !cases.containsKey(found.id());
        MessageId top = isNew ? finding.top() : topFor(found, finding);
        open.remove(new Conversation(found.organisation(), found.conversation()));
        keep(found.with(finding, top));
        if (isNew) {
            opened.add(found.id());
        } else if (!opened.contains(found.id())) {
            grown.add(found.id());
        }
        return found.id();
    }

    List<Case> opened() {
        return ofIds(opened);
    }

    /** Those that were there before and have more alerts now. */
    List<Case> grown() {
        return ofIds(grown);
    }

    private List<Case> ofIds(Set<CaseId> ids) {
        return ids.stream().map(cases::get).filter(Objects::nonNull).toList();
    }

    private Optional<Case> openCase(Finding finding) {
        return finding.lineage().stream()
                .map(message -> open.get(new Conversation(finding.organisation(), message)))
                .filter(Objects::nonNull)
                .map(cases::get)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Case::openedAt).thenComparing(c -> c.id().value()));
    }

    /** The conversation's top, unless another open case stands there. */
    private MessageId topFor(Case found, Finding finding) {
        CaseId there = open.get(new Conversation(finding.organisation(), finding.top()));
        return there == null || there.equals(found.id()) ? finding.top() : found.conversation();
    }

    private void keep(Case changed) {
        cases.put(changed.id(), changed);
        open.put(new Conversation(changed.organisation(), changed.conversation()), changed.id());
    }

    private Case fresh(Finding finding) {
        return new Case(
                new CaseId(ids.get()),
                finding.organisation(),
                0,
                finding.top(),
                finding.channel(),
                finding.urgency(),
                finding.told(),
                0,
                finding.raisedAt(),
                finding.raisedAt(),
                finding.dueAt(),
                Held.NOBODY,
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
