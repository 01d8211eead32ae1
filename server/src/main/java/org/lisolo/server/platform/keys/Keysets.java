package org.lisolo.server.platform.keys;

import org.lisolo.server.platform.keys.KeysetStore.Kept;
import org.lisolo.server.platform.keys.MainKeys.Wrapped;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The keys of all purposes, unwrapped: made when first asked for, and changed. Thread-safe. */
public final class Keysets {
    /**
     * So long after a change of keys the older ones are not taken away: a node looks for new keys
     * every few seconds, and a transaction that sealed with an old one may end later.
     */
    public static final Duration GRACE = Duration.ofHours(2);

    private final KeysetStore store;
    private final MainKeys main;
    private final Duration adoption;

    /**
     * The keys in a database.
     *
     * @param adoption so long after a change all nodes know of it; they look three times as often
     */
    public Keysets(KeysetStore store, MainKeys main, Duration adoption) {
        this.store = store;
        this.main = main;
        this.adoption = adoption;
    }

    /**
     * A purpose's keys.
     *
     * @param first makes those to begin with, if there are none yet
     */
    public KeyRing load(String purpose, Supplier<KeyRing> first) {
        Kept kept =
                store.find(purpose)
                        .orElseGet(
                                () -> {
                                    KeyRing ring = first.get();
                                    store.addIfAbsent(
                                            purpose,
                                            seals(ring, purpose),
                                            lookups(ring, purpose),
                                            ring.size());
                                    return store.find(purpose).orElseThrow();
                                });
        KeyRing ring = unwrapped(kept);
        if (main.areOutdated(kept.seals())) {
            store.replace(kept, seals(ring, purpose), lookups(ring, purpose), ring.size());
        }
        return ring;
    }

    public long version(String purpose) {
        return store.version(purpose);
    }

    /** All purposes as they stand. */
    public List<Kept> all() {
        return store.all();
    }

    /**
     * New keys in front; the older ones go on opening and finding.
     *
     * @return false where the last change is not known to all nodes yet, and nothing was done
     */
    public boolean rotate(String purpose) {
        Kept kept = store.find(purpose).orElseThrow();
        if (kept.version() > 1 && kept.age().compareTo(adoption.multipliedBy(2)) < 0) {
            return false;
        }
        change(purpose, KeyRing::rotated);
        return true;
    }

    /** How often a node looks for changes. */
    public Duration looksEvery() {
        return adoption.dividedBy(3);
    }

    /** Wraps the keys of all purposes by the main key's newest form. */
    public void wrapAnew() {
        store.all().forEach(kept -> load(kept.purpose(), KeyRing::fresh));
    }

    /**
     * Whether nothing needs the older keys: all rows were counted, long enough after the last
     * change, and none was left.
     */
    public boolean olderAreUnused(Kept kept) {
        Instant settled = kept.changed().plus(GRACE);
        return kept.keys() > 1
                && kept.left()
                        .filter(left -> left.rows() == 0 && left.at().isAfter(settled))
                        .isPresent();
    }

    /**
     * Takes the older keys away for good.
     *
     * @return false where something may still need them, and nothing was done
     */
    public boolean destroyOlder(String purpose) {
        if (!olderAreUnused(store.find(purpose).orElseThrow())) {
            return false;
        }
        change(purpose, KeyRing::newestOnly);
        return true;
    }

    private void change(String purpose, UnaryOperator<KeyRing> change) {
        Kept kept = store.find(purpose).orElseThrow();
        KeyRing ring = change.apply(unwrapped(kept));
        if (!store.replace(kept, seals(ring, purpose), lookups(ring, purpose), ring.size())) {
            throw new IllegalStateException("the keys of " + purpose + " were changed meanwhile");
        }
    }

    private KeyRing unwrapped(Kept kept) {
        return new KeyRing(
                kept.version(),
                main.unwrap(kept.seals(), kept.purpose() + " seals"),
                main.unwrap(kept.lookups(), kept.purpose() + " lookups"),
                System.nanoTime() + unknownFor(kept).toNanos());
    }

    private Duration unknownFor(Kept kept) {
        Duration left = adoption.minus(kept.age());
        return kept.version() == 1 || left.isNegative() ? Duration.ZERO : left;
    }

    private Wrapped seals(KeyRing ring, String purpose) {
        return main.wrap(ring.seals(), purpose + " seals");
    }

    private Wrapped lookups(KeyRing ring, String purpose) {
        return main.wrap(ring.lookups(), purpose + " lookups");
    }
}
