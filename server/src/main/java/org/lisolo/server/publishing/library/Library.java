package org.lisolo.server.publishing.library;

import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.PieceId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An organisation's pieces: written, signed by a clinician, taken out of use. */
@Service
public class Library {
    public static final String PATH = "/work/library";

    /** For how many months a signature can count. */
    static final List<Integer> MONTHS = List.of(3, 6, 12, 24);

    private final PieceStore store;
    private final ShippedPieces shipped;
    private final Badges badges;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    Library(
            PieceStore store,
            ShippedPieces shipped,
            Badges badges,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.shipped = shipped;
        this.badges = badges;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Piece> find(OrganisationId organisation, PieceId id) {
        return store.find(organisation, id);
    }

    /** As it stood in this version. */
    public Optional<Piece> version(OrganisationId organisation, PieceId id, int version) {
        return store.versions(organisation, id).stream()
                .filter(one -> one.version() == version)
                .findFirst();
    }

    Piece own(OrganisationId organisation, PieceId id) {
        return find(organisation, id)
                .orElseThrow(() -> Problem.notFound("library.problem.unknown"));
    }

    List<Piece> versions(OrganisationId organisation, PieceId id) {
        List<Piece> versions = store.versions(organisation, id);
        if (versions.isEmpty()) {
            throw Problem.notFound("library.problem.unknown");
        }
        return versions;
    }

    /** Some of them, by topic and title. */
    public List<Piece> list(OrganisationId organisation, LibraryFilter filter, int most) {
        return store.list(organisation, filter, clock.instant(), most);
    }

    List<String> tags(OrganisationId organisation) {
        return store.tags(organisation);
    }

    Map<PieceState, Long> counts(OrganisationId organisation) {
        return store.counts(organisation, clock.instant());
    }

    /** How many of the pieces that come with the product were not taken in yet. */
    int notTakenIn(OrganisationId organisation) {
        Set<String> known = store.shipped(organisation);
        return (int) shipped.all().keySet().stream().filter(name -> !known.contains(name)).count();
    }

    /** Takes in the pieces that come with the product and are not there yet; how many. */
    @Transactional
    public int takeIn(OrganisationId organisation) {
        Set<String> known = store.shipped(organisation);
        Instant now = clock.instant();
        int taken = 0;
        for (var piece : shipped.all().entrySet()) {
            PieceId id = new PieceId(ids.next());
            if (!known.contains(piece.getKey())
                    && store.add(organisation, id, Optional.of(piece.getKey()), Optional.empty())) {
                store.write(id, 0, piece.getValue(), Optional.empty(), null, now);
                taken++;
            }
        }
        return taken;
    }

    @Transactional
    PieceId add(SignedIn who, PieceContent content, Optional<AccountId> owner) {
        PieceId id = new PieceId(ids.next());
        store.add(who.organisation(), id, Optional.empty(), owner);
        store.write(id, 0, content, owner, who.account(), clock.instant());
        trail.about("library", id);
        return id;
    }

    /**
     * A new version, which nobody has signed.
     *
     * @throws Problem if somebody else wrote one meanwhile
     */
    @Transactional
    void change(
            SignedIn who, PieceId id, int seen, PieceContent content, Optional<AccountId> owner) {
        own(who.organisation(), id);
        if (!store.write(id, seen, content, owner, who.account(), clock.instant())) {
            throw Problem.conflict("library.problem.changed");
        }
    }

    /**
     * A clinician signs the version that stands.
     *
     * @throws Problem if they are no verified professional, or the version seen stands no more
     */
    @Transactional
    public Review sign(SignedIn who, PieceId id, int seen, int months) {
        Piece piece = own(who.organisation(), id);
        Badge badge =
                badges.of(who.account())
                        .orElseThrow(() -> Problem.forbidden("library.problem.notverified"));
        if (piece.version() != seen) {
            throw Problem.conflict("library.problem.changed");
        }
        if (!MONTHS.contains(months)) {
            throw Problem.invalid("library.problem.months").atField("months");
        }
        Instant now = clock.instant();
        var review =
                new Review(
                        seen,
                        who.account(),
                        badge.profession(),
                        badge.verifiedBy(),
                        now,
                        monthsLater(now, months, who.zone()));
        store.sign(id, review);
        return review;
    }

    private static Instant monthsLater(Instant now, int months, ZoneId zone) {
        return LocalDate.ofInstant(now, zone).plusMonths(months).atStartOfDay(zone).toInstant();
    }

    void retire(SignedIn who, PieceId id, boolean out) {
        own(who.organisation(), id);
        store.retire(id, out ? Optional.of(clock.instant()) : Optional.empty());
    }

    /** The writers of a piece's versions, the newest first. */
    List<Optional<AccountId>> writers(PieceId id) {
        return store.writers(id);
    }
}
