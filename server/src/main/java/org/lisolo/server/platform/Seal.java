package org.lisolo.server.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.subtle.AesGcmJce;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.keys.KeyRing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Seals what nobody should read in the database, bound to its place, and makes keyed hashes by
 * which it is found. Keys may change at any time: what older ones sealed still opens. Thread-safe;
 * a field takes about a microsecond.
 */
public final class Seal {
    /** Written by the form that came first: a nonce, then the sealed bytes. */
    private static final byte OLD = 1;

    private static final byte VERSION = 2;

    private record Ready(KeyRing ring, Aead aead, List<Mac> macs, long checkedAt) {
        static Ready of(KeyRing ring) {
            return new Ready(ring, ring.aead(), ring.macs(), System.nanoTime());
        }

        Ready checkedNow() {
            return new Ready(ring, aead, macs, System.nanoTime());
        }

        boolean isFresh(Duration looksEvery) {
            return System.nanoTime() - checkedAt < looksEvery.toNanos();
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Supplier<KeyRing> keys;
    private final LongSupplier version;
    private final Duration looksEvery;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Ready ready;

    Seal(Supplier<KeyRing> keys, LongSupplier version, Duration looksEvery) {
        this.looksEvery = looksEvery;
        this.keys = keys;
        this.version = version;
    }

    /** With keys that are kept nowhere and go with the process. */
    public static Seal unkept() {
        return new Seal(KeyRing::fresh, () -> 1, Duration.ofDays(1));
    }

    /**
     * Sealed bytes can't be read or altered, nor moved to another place, without the key.
     *
     * @param place what they belong to, such as a table's column and the row's id
     */
    public byte[] seal(byte[] plain, String place) {
        try {
            byte[] sealed = ready().aead().encrypt(plain, bytes(place));
            return ByteBuffer.allocate(1 + sealed.length).put(VERSION).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not be sealed: " + place, e);
        }
    }

    public byte[] seal(String plain, String place) {
        return seal(bytes(plain), place);
    }

    /**
     * What was sealed.
     *
     * @throws IllegalStateException if it was altered, belongs to another place, or its key is gone
     */
    public byte[] open(byte[] sealed, String place) {
        if (sealed.length < 2 || (sealed[0] != OLD && sealed[0] != VERSION)) {
            throw new IllegalStateException("not sealed by us: " + place);
        }
        try {
            return openedBy(sealed)
                    .decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal of " + place + " does not hold", e);
        }
    }

    public String openText(byte[] sealed, String place) {
        return new String(open(sealed, place), StandardCharsets.UTF_8);
    }

    /**
     * Bytes sealed by a key of their own, and that key, itself sealed.
     *
     * @param key small; sealed anew when keys change, so that the bytes need not be
     */
    @SuppressWarnings("ArrayRecordComponent") // equality of sealed bytes is nobody's question
    public record Enclosed(byte[] key, byte[] bytes) {}

    /** For what is large, such as media: whoever deletes the key destroys the bytes. */
    public Enclosed enclose(byte[] plain, String place) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            return new Enclosed(seal(key, place), new AesGcmJce(key).encrypt(plain, bytes(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("could not be sealed: " + place, e);
        }
    }

    public byte[] disclose(Enclosed enclosed, String place) {
        try {
            return new AesGcmJce(open(enclosed.key(), place))
                    .decrypt(enclosed.bytes(), bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the seal of " + place + " does not hold", e);
        }
    }

    private Aead openedBy(byte[] sealed) {
        Ready now = ready();
        if (sealed[0] == VERSION
                && sealed.length > 6
                && !now.ring().knows(ByteBuffer.wrap(sealed).getInt(2))) {
            return lookAgain(now).aead(); // sealed by another node, with a newer key
        }
        return now.aead();
    }

    /**
     * The hash to keep: the same for the same text and place as long as the keys stay, and without
     * the key a guess can't be checked.
     */
    public byte[] lookup(String text, String place) {
        Ready now = ready();
        return hash(now.macs().get(now.ring().lookupInUse()), text, place);
    }

    /**
     * All hashes under which it may have been kept, the newest first: look for {@code = any(…)} of
     * them, so that nobody is lost while the keys change. The last one is what every node knows, so
     * who must not keep a text twice takes a lock on that.
     */
    public byte[][] lookups(String text, String place) {
        return ready().macs().stream().map(mac -> hash(mac, text, place)).toArray(byte[][]::new);
    }

    /**
     * What the newest key seals begins with these bytes; what begins otherwise is to be resealed.
     */
    public byte[] mark() {
        byte[] mark = ready().ring().sealMark();
        return ByteBuffer.allocate(1 + mark.length).put(VERSION).put(mark).array();
    }

    /** The same of look-ups. */
    public byte[] lookupMark() {
        return ready().ring().lookupMark();
    }

    private static byte[] hash(Mac mac, String text, String place) {
        try {
            return mac.computeMac(bytes(place + '\0' + text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ready ready() {
        Ready now = ready;
        if (now != null && now.isFresh(looksEvery)) {
            return now;
        }
        if (now == null) {
            looking.lock();
        } else if (!looking.tryLock()) {
            return now; // another thread is looking
        }
        try {
            return looked(ready);
        } finally {
            looking.unlock();
        }
    }

    private Ready looked(@Nullable Ready known) {
        Ready now;
        if (known == null) {
            now = Ready.of(keys.get());
        } else if (known.isFresh(looksEvery)) {
            return known;
        } else if (version.getAsLong() == known.ring().version()) {
            now = known.checkedNow();
        } else {
            now = Ready.of(keys.get());
        }
        ready = now;
        return now;
    }

    private Ready lookAgain(Ready known) {
        looking.lock();
        try {
            Ready now = ready;
            if (now == null || now.ring().version() == known.ring().version()) {
                now = Ready.of(keys.get());
                ready = now;
            }
            return now;
        } finally {
            looking.unlock();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
