package org.lisolo.server.publishing.posts;

import org.lisolo.server.people.Role;
import org.lisolo.server.publishing.gate.Draft;
import org.lisolo.server.publishing.gate.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Who has to agree before something is said, in order. What a clinician has signed needs nobody
 * more.
 *
 * @param ordinary where the gate found nothing
 * @param raised where it found something
 */
public record ApprovalOrder(List<Role> ordinary, List<Role> raised) {
    /** The house's own, until an organisation chooses another. */
    public static final ApprovalOrder HOUSE =
            new ApprovalOrder(
                    List.of(Role.COMPLIANCE), List.of(Role.PROFESSIONAL, Role.COMPLIANCE));

    /** The house's own for answers to one person, which can't wait for many. */
    public static final ApprovalOrder HOUSE_FOR_REPLIES =
            new ApprovalOrder(List.of(), List.of(Role.COMPLIANCE));

    /** Who may be chosen. */
    public static final List<Role> ROLES =
            List.of(Role.PROFESSIONAL, Role.COMMUNICATOR, Role.COMPLIANCE, Role.ADMIN);

    public ApprovalOrder {
        ordinary = List.copyOf(ordinary);
        raised = List.copyOf(raised);
    }

    /** Whose turn it will be; what stops can be let through by compliance alone. */
    List<Role> needed(Draft draft, Verdict verdict) {
        boolean stopped = !verdict.stopping(Set.of()).isEmpty();
        List<Role> needed =
                new ArrayList<>(
                        verdict.isRaised() ? raised : draft.isSigned() ? List.of() : ordinary);
        if (stopped && !needed.contains(Role.COMPLIANCE)) {
            needed.add(Role.COMPLIANCE);
        }
        return needed;
    }
}
