package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.evidence.Refusals;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sign-ins, and what opens them, in the audit trail. What succeeded is told of where the person
 * works now; what failed, wherever they work. Nothing that was typed is ever kept. Thread-safe.
 */
@Component
public class SignInTrail {
    private final AuditTrail trail;
    private final Refusals refusals;
    private final MembershipStore memberships;

    SignInTrail(AuditTrail trail, Refusals refusals, MembershipStore memberships) {
        this.trail = trail;
        this.refusals = refusals;
        this.memberships = memberships;
    }

    /** Somebody did this who has shown who they are, but by no session yet. */
    void did(String action, SignedIn who, String address) {
        trail.write(
                AuditDraft.ofVisitor(
                                Deed.CHANGE,
                                action,
                                organisation(who),
                                who.account().value(),
                                address)
                        .about("people", who.account()));
    }

    private static @Nullable UUID organisation(SignedIn who) {
        return who.isMember() ? null : who.organisation().value();
    }

    /** Part of the request under way, whoever makes it. */
    void changed(String action, AccountId account) {
        changed(action, account, "people", account);
    }

    void changed(String action, AccountId account, String kind, Object id) {
        if (trail.current().isEmpty()) {
            happened(action, account, "");
            return;
        }
        AuditDraft draft = trail.change(action, OrganisationId.NONE.value());
        trail.write(draft.about("people", account).about(kind, id));
    }

    /** It happened to an account, and nobody known did it. */
    void happened(String action, AccountId account, String address) {
        trail.write(everywhere(Deed.CHANGE, action, account, address));
    }

    /**
     * Somebody tried in vain.
     *
     * @param account at which they tried; none where there is no such account
     */
    public void refused(String action, Optional<AccountId> account, String address) {
        Supplier<List<AuditDraft>> drafts =
                () ->
                        account.map(one -> everywhere(Deed.REFUSED, action, one, address))
                                .orElseGet(() -> List.of(stranger(action, address)));
        refusals.writeApart(account.map(AccountId::toString).orElse(Refusals.STRANGERS), drafts);
    }

    private List<AuditDraft> everywhere(
            Deed deed, String action, AccountId account, String address) {
        List<Membership> places = memberships.of(account);
        return places.isEmpty()
                ? List.of(upon(deed, action, null, account, address))
                : places.stream()
                        .map(at -> upon(deed, action, at.organisation().value(), account, address))
                        .toList();
    }

    private static AuditDraft upon(
            Deed deed,
            String action,
            @Nullable UUID organisation,
            AccountId account,
            String address) {
        return AuditDraft.ofVisitor(deed, action, organisation, null, address)
                .about("people", account);
    }

    private static AuditDraft stranger(String action, String address) {
        return AuditDraft.ofVisitor(Deed.REFUSED, action, null, null, address);
    }
}
