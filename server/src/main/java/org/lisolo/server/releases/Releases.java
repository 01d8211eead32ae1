package org.lisolo.server.releases;

import org.jspecify.annotations.Nullable;
import org.lisolo.ledger.Hash;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.Release.Origin;
import org.lisolo.server.releases.Release.State;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What staff do with releases, and what others ask of them. Thread-safe. */
@Service
public class Releases {
    public static final String PATH = "/work/releases";

    /** The flash attribute with the secret of a link that is to be shown once. */
    public static final String LINK = "releaseLink";

    /** How long somebody has to sign by the link they were sent. */
    static final Duration LINK_LASTS = Duration.ofDays(3);

    private static final int PAGE = 50;

    private final ReleaseStore store;
    private final PictureStore pictures;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;
    private final Duration ahead;

    Releases(
            ReleaseStore store,
            PictureStore pictures,
            AuditTrail trail,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock,
            @Value("${lisolo.releases.reminder-days:14}") int daysAhead) {
        this.store = store;
        this.pictures = pictures;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.ahead = Duration.ofDays(daysAhead);
    }

    /** A request, and the secret of the link that its person is to be handed. */
    public record Asked(ReleaseId id, String link) {}

    /** A picture with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // equality of bytes is nobody's question
    public record Shown(Picture picture, byte[] bytes) {
        @Override
        public String toString() {
            return "a picture of " + bytes.length + " bytes";
        }
    }

    /**
     * Begins a request.
     *
     * @throws Problem if something is missing
     */
    @Transactional
    public Asked ask(SignedIn who, Asking asking, List<Shown> shown) {
        Release release = fresh(who, asking, shown, Origin.PHONE);
        keep(release, shown);
        store.step(release.id(), step(Step.Kind.ASKED, who.account(), ""));
        return new Asked(release.id(), link(release.id()));
    }

    private Release fresh(SignedIn who, Asking asking, List<Shown> shown, Origin origin) {
        check(asking, shown);
        return new Release(
                new ReleaseId(ids.next()),
                who.organisation(),
                origin,
                State.ASKED,
                asking.person(),
                asking.signer(),
                asking.language(),
                asking.scope(),
                shown.stream().map(Shown::picture).toList(),
                who.account(),
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void check(Asking asking, List<Shown> shown) {
        if (asking.person().isBlank() || asking.person().length() > 200) {
            throw Problem.invalid("releases.problem.person").atField("person");
        }
        if (asking.scope().words().isEmpty() && shown.isEmpty()) {
            throw Problem.invalid("releases.problem.nothing").atField("words");
        }
        if (asking.scope().places().isEmpty()) {
            throw Problem.invalid("releases.problem.places").atField("places");
        }
    }

    private void keep(Release release, List<Shown> shown) {
        store.add(release);
        for (int i = 0; i < shown.size(); i++) {
            pictures.add(release.id(), i + 1, shown.get(i).picture(), shown.get(i).bytes());
        }
        trail.about("releases", release.id());
    }

    private String link(ReleaseId id) {
        String secret = Secrets.fresh();
        store.link(id, Secrets.hash(secret), clock.instant().plus(LINK_LASTS));
        return secret;
    }

    /**
     * A form that was signed on paper, which stands at once.
     *
     * @param signed the day on the paper
     */
    @Transactional
    ReleaseId bring(
            SignedIn who,
            Asking asking,
            List<Shown> shown,
            PictureStore.Paper paper,
            Signature signature,
            Instant signed) {
        Release release = fresh(who, asking, shown, Origin.PAPER);
        Instant until = end(signed, asking.scope().months());
        if (signed.isAfter(clock.instant()) || !until.isAfter(clock.instant())) {
            throw Problem.invalid("releases.problem.day").atField("day");
        }
        keep(release, shown);
        pictures.addPaper(release.id(), paper);
        Hash kept = store.sign(release.id(), signature.of(release), signed, until);
        trail.current().ifPresent(draft -> draft.binding(kept));
        store.step(release.id(), step(Step.Kind.BROUGHT, who.account(), ""));
        return release.id();
    }

    /**
     * The form of a request, printed and signed on paper: from then on it stands.
     *
     * @param signed the day on the paper
     */
    @Transactional
    void bind(
            SignedIn who,
            ReleaseId id,
            PictureStore.Paper paper,
            Signature signature,
            Instant signed) {
        Release release = locked(who, id, State.ASKED);
        Instant until = end(signed, release.scope().months());
        if (signed.isAfter(clock.instant()) || !until.isAfter(clock.instant())) {
            throw Problem.invalid("releases.problem.day").atField("day");
        }
        pictures.addPaper(id, paper);
        store.onPaper(id);
        Hash kept = store.sign(id, signature.of(release), signed, until);
        trail.current().ifPresent(draft -> draft.binding(kept));
        trail.about("releases", id);
        store.step(id, step(Step.Kind.BROUGHT, who.account(), ""));
    }

    static Instant end(Instant signed, int months) {
        return signed.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
    }

    Release own(SignedIn who, ReleaseId id) {
        return store.find(who.organisation(), id).orElseThrow(Releases::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound("releases.problem.unknown");
    }

    private Release locked(SignedIn who, ReleaseId id, State... states) {
        Release release = store.lock(who.organisation(), id).orElseThrow(Releases::unknown);
        if (!Set.of(states).contains(release.state())) {
            throw Problem.conflict("releases.problem.moved");
        }
        return release;
    }

    /**
     * A new link in the place of the last: to sign, or to look at what was signed.
     *
     * @return its secret
     */
    @Transactional
    String newLink(SignedIn who, ReleaseId id) {
        Release release = locked(who, id, State.ASKED, State.SIGNED, State.WITHDRAWN);
        store.step(id, step(Step.Kind.RELINKED, who.account(), ""));
        if (release.state() == State.ASKED) {
            return link(id);
        }
        String secret = Secrets.fresh();
        store.keptLink(id, Secrets.hash(secret));
        return secret;
    }

    @Transactional
    void cancel(SignedIn who, ReleaseId id) {
        locked(who, id, State.ASKED);
        store.end(id, State.CANCELLED, clock.instant());
        store.step(id, step(Step.Kind.CANCELLED, who.account(), ""));
    }

    /**
     * The person said so to somebody of the staff, which counts as much as their own click.
     *
     * @param note who said it, when and how
     */
    @Transactional
    void withdraw(SignedIn who, ReleaseId id, String note) {
        if (note.isBlank()) {
            throw Problem.invalid("releases.problem.note").atField("note");
        }
        withdraw(locked(who, id, State.SIGNED), who.account(), note);
    }

    /** Within the caller's transaction, which holds it. */
    void withdraw(Release release, @Nullable AccountId by, String note) {
        store.end(release.id(), State.WITHDRAWN, clock.instant());
        store.step(release.id(), step(Step.Kind.WITHDRAWN, by, note));
        events.publishEvent(new ReleaseEnded(release.organisation(), release.id()));
    }

    Step step(Step.Kind kind, @Nullable AccountId by, String note) {
        return new Step(kind, by, note, clock.instant());
    }

    List<Release> list(ReleaseFilter filter, int from) {
        return store.list(filter, from, PAGE + 1, clock.instant());
    }

    static int page() {
        return PAGE;
    }

    List<Step> steps(ReleaseId id) {
        return store.steps(id);
    }

    Optional<Signature> signature(ReleaseId id) {
        return store.signature(id);
    }

    Optional<byte[]> picture(ReleaseId id, int number) {
        return pictures.bytes(id, number);
    }

    Optional<PictureStore.Paper> paper(ReleaseId id) {
        return pictures.paper(id);
    }

    /** What these allow now; those that don't stand, or are another organisation's, nothing. */
    public List<Permission> permissions(
            OrganisationId organisation, Collection<ReleaseId> releases) {
        return releases.isEmpty()
                ? List.of()
                : store.signed(organisation, releases, clock.instant()).stream()
                        .map(Permission::of)
                        .toList();
    }

    /** Where these stand now, whosever they are. */
    public Map<ReleaseId, Release.Standing> standings(Collection<ReleaseId> releases) {
        return releases.isEmpty() ? Map.of() : store.standings(releases, clock.instant());
    }

    /** One of the organisation's own. */
    public Optional<Release> find(OrganisationId organisation, ReleaseId id) {
        return store.find(organisation, id);
    }

    /** Those that stand and end soon, the first to end first. */
    List<Release> ending(OrganisationId organisation, int most) {
        Instant now = clock.instant();
        return store.ending(organisation, now, now.plus(ahead), most);
    }

    /** Whether it stands and ends soon, so that somebody ought to ask again. */
    public boolean isEnding(Release release) {
        Instant now = clock.instant();
        return release.at(now) == Release.Standing.STANDING
                && release.until().filter(until -> until.isBefore(now.plus(ahead))).isPresent();
    }

    /** Those that stand or are asked for, the newest first. */
    public List<Release> current(OrganisationId organisation, int most) {
        var standing = new ReleaseFilter(organisation, ReleaseFilter.View.STANDING, "");
        return store.list(standing, 0, most, clock.instant());
    }
}
