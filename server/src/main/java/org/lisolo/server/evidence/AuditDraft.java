package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Hash;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A deed while it is being done: who does what, and little by little with which things. It becomes
 * a record by {@link AuditTrail#write}. Belongs to one request; its methods may be called from the
 * thread that answers it and, after that has returned, from the one that streams.
 */
public final class AuditDraft {
    private static final int LONGEST_REASON = 1_000;

    private final Deed deed;
    private final String action;
    private final String route;
    private final @Nullable UUID organisation;
    private final @Nullable UUID actor;
    private final String address;
    private final Set<String> things = new LinkedHashSet<>();
    private String reason = "";
    private @Nullable Hash bound;
    private @Nullable AuditDraft part;
    private boolean written;

    private AuditDraft(
            Deed deed,
            String action,
            String route,
            @Nullable UUID organisation,
            @Nullable UUID actor,
            String address) {
        this.deed = deed;
        this.action = action;
        this.route = route;
        this.organisation = organisation;
        this.actor = actor;
        this.address = address;
    }

    /**
     * What a person does by a request.
     *
     * @param action its name in the access table
     * @param route method and pattern, for example {@code GET /work/cases/{id}}
     * @param organisation the one they act for; none for a member of the public
     */
    public static AuditDraft ofRequest(
            Deed deed,
            String action,
            String route,
            @Nullable UUID organisation,
            UUID actor,
            String address) {
        return new AuditDraft(deed, action, route, organisation, actor, address);
    }

    /**
     * What somebody does, or tries, before a session says who they are.
     *
     * @param actor the account, once it is sure that it is theirs
     */
    public static AuditDraft ofVisitor(
            Deed deed,
            String action,
            @Nullable UUID organisation,
            @Nullable UUID actor,
            String address) {
        return new AuditDraft(deed, action, "", organisation, actor, address);
    }

    /** What the server does by itself. */
    public static AuditDraft ofServer(Deed deed, String action, @Nullable UUID organisation) {
        return new AuditDraft(deed, action, "", organisation, null, "");
    }

    /** A deed in the course of this one, which tells it in its place once it is written. */
    AuditDraft another(Deed deed, String action) {
        var other = new AuditDraft(deed, action, route, organisation, actor, address);
        other.reason = reason;
        other.things.addAll(things);
        other.part = this;
        return other;
    }

    /** It is done with this too. */
    public AuditDraft about(String kind, Object id) {
        things.add(kind + ":" + id.toString().replace('\n', ' '));
        return this;
    }

    /** It is done with these too. */
    public AuditDraft about(String kind, Collection<?> ids) {
        ids.forEach(id -> about(kind, id));
        return this;
    }

    /** Why, where that was asked. */
    public AuditDraft because(String why) {
        String said = why.strip().replace("\0", "");
        reason = said.substring(0, Math.min(said.length(), LONGEST_REASON));
        return this;
    }

    /** Binds the record to what the changed thing holds from now on. */
    public AuditDraft binding(Hash commitment) {
        bound = commitment;
        return this;
    }

    /** The same deed with another outcome. */
    AuditDraft as(Deed outcome) {
        return another(outcome, action);
    }

    /** Of the same kind and by the same, as one that tells of many. */
    AuditDraft summed(String of) {
        var sum = new AuditDraft(Deed.REFUSED, of, "", organisation, actor, "");
        things.stream().filter(thing -> thing.startsWith("people:")).forEach(sum.things::add);
        return sum;
    }

    /** What was gathered since the last record of this draft was written. */
    List<String> takeThings() {
        List<String> taken = new ArrayList<>(things);
        things.clear();
        written = true;
        if (part != null) {
            part.takeThings();
        }
        return taken;
    }

    boolean isWritten() {
        return written;
    }

    boolean hasThings() {
        return !things.isEmpty();
    }

    Deed deed() {
        return deed;
    }

    String action() {
        return action;
    }

    String route() {
        return route;
    }

    @Nullable UUID organisation() {
        return organisation;
    }

    @Nullable UUID actor() {
        return actor;
    }

    String address() {
        return address;
    }

    String reason() {
        return reason;
    }

    @Nullable Hash bound() {
        return bound;
    }
}
