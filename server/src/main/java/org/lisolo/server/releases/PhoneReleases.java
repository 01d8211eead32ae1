package org.lisolo.server.releases;

import org.lisolo.ledger.Hash;
import org.lisolo.server.evidence.AuditDraft;
import org.lisolo.server.evidence.AuditTrail;
import org.lisolo.server.evidence.Deed;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.releases.Release.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody does at their own phone with the secret of a link: read, sign or refuse once; then,
 * with another secret, look at it and withdraw it. Each is in the audit trail. Thread-safe.
 */
@Service
class PhoneReleases {
    private final ReleaseStore store;
    private final Releases releases;
    private final ReleaseText texts;
    private final WrongLinks wrong;
    private final AuditTrail trail;
    private final Clock clock;

    PhoneReleases(
            ReleaseStore store,
            Releases releases,
            ReleaseText texts,
            WrongLinks wrong,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.releases = releases;
        this.texts = texts;
        this.wrong = wrong;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * To read before signing.
     *
     * @throws Problem if the link is none, was used, or is past its time
     */
    @Transactional
    Release read(String link, String address) {
        Release release =
                store.ofLink(Secrets.hash(link), clock.instant())
                        .orElseThrow(() -> wrong.tried(address));
        note(release, Deed.LOOK, "RELEASE_READ", address);
        return release;
    }

    /** To show its picture, which is a part of the look at its page. */
    Optional<byte[]> picture(String secret, int number) {
        byte[] hash = Secrets.hash(secret);
        return store.ofLink(hash, clock.instant())
                .or(() -> store.ofKeptLink(hash))
                .flatMap(release -> releases.picture(release.id(), number));
    }

    List<Point> points(Release release, Locale reader) {
        return texts.of(release, reader);
    }

    /**
     * Signs it, which uses the link up.
     *
     * @return the secret of the link by which it is looked at from now on
     */
    @Transactional
    String sign(String link, Signing signing, Locale reader, String address) {
        Release release = locked(link, address);
        List<Problem> problems = signing.problems(release.signer());
        if (!problems.isEmpty()) {
            throw problems.getFirst();
        }
        Instant now = clock.instant();
        Signature signature =
                signing.signature(
                        release.signer(), reader.getLanguage(), texts.of(release, reader));
        Hash kept =
                store.sign(
                        release.id(),
                        signature.of(release),
                        now,
                        Releases.end(now, release.scope().months()));
        store.step(release.id(), releases.step(Step.Kind.SIGNED, null, ""));
        String secret = Secrets.fresh();
        store.keptLink(release.id(), Secrets.hash(secret));
        trail.write(
                AuditDraft.ofVisitor(
                                Deed.CHANGE,
                                "RELEASE_SIGNED",
                                release.organisation().value(),
                                null,
                                address)
                        .about("releases", release.id())
                        .binding(kept));
        return secret;
    }

    @Transactional
    void refuse(String link, String address) {
        Release release = locked(link, address);
        store.end(release.id(), State.REFUSED, clock.instant());
        store.step(release.id(), releases.step(Step.Kind.REFUSED, null, ""));
        note(release, Deed.CHANGE, "RELEASE_REFUSED", address);
    }

    private Release locked(String link, String address) {
        return store.lockOfLink(Secrets.hash(link), clock.instant())
                .orElseThrow(() -> wrong.tried(address));
    }

    /** To look at what was signed. */
    @Transactional
    Release kept(String key, String address) {
        Release release = ofKey(key, address);
        note(release, Deed.LOOK, "RELEASE_READ", address);
        return release;
    }

    private Release ofKey(String key, String address) {
        return store.ofKeptLink(Secrets.hash(key)).orElseThrow(() -> wrong.tried(address));
    }

    Optional<Signature> signature(Release release) {
        return store.signature(release.id());
    }

    /** Whoever withdraws twice has withdrawn. */
    @Transactional
    void withdraw(String key, String address) {
        Release seen = ofKey(key, address);
        Release release = store.lock(seen.organisation(), seen.id()).orElseThrow();
        if (release.state() == State.SIGNED) {
            releases.withdraw(release, null, "");
            note(release, Deed.CHANGE, "RELEASE_WITHDRAWN", address);
        }
    }

    private void note(Release release, Deed deed, String action, String address) {
        trail.write(
                AuditDraft.ofVisitor(deed, action, release.organisation().value(), null, address)
                        .about("releases", release.id()));
    }
}
