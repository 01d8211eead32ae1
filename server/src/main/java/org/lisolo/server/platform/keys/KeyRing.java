package org.lisolo.server.platform.keys;

import static org.lisolo.server.platform.keys.Tink.CONFIGURATION;
import static org.lisolo.server.platform.keys.Tink.newKeyset;
import static org.lisolo.server.platform.keys.Tink.sure;
import static org.lisolo.server.platform.keys.Tink.withNewKey;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacKey;
import com.google.crypto.tink.mac.HmacParameters;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.util.SecretBytes;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The keys of one purpose at one time: those that seal (AES-256-GCM) and those that make look-ups
 * (HMAC-SHA-256). The newest of each does the work, the older ones still open and find. Immutable.
 *
 * @param version grows with each change
 * @param adopted the {@link System#nanoTime} from which the newest look-up key makes the hashes
 *     that are kept: until then another node may not know it, and would not find what it made
 */
public record KeyRing(long version, KeysetHandle seals, KeysetHandle lookups, long adopted) {
    /** Tink's: a 1 and the key's number. */
    private static final int PREFIX_BYTES = 5;

    private static final Parameters SEAL = PredefinedAeadParameters.AES256_GCM;
    private static final Parameters LOOKUP = PredefinedMacParameters.HMAC_SHA256_256BITTAG;
    private static final AesGcmParameters OLD_SEAL =
            sure(
                    () ->
                            AesGcmParameters.builder()
                                    .setKeySizeBytes(32)
                                    .setIvSizeBytes(12)
                                    .setTagSizeBytes(16)
                                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                                    .build());
    private static final HmacParameters OLD_LOOKUP =
            sure(
                    () ->
                            HmacParameters.builder()
                                    .setKeySizeBytes(32)
                                    .setTagSizeBytes(32)
                                    .setHashType(HmacParameters.HashType.SHA256)
                                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                                    .build());

    public static KeyRing fresh() {
        return new KeyRing(1, newKeyset(SEAL), newKeyset(LOOKUP), System.nanoTime());
    }

    /** With keys from before there were rings: they open and find what was made by them. */
    public static KeyRing grownOutOf(byte[] seal, byte[] lookup) {
        return new KeyRing(
                1,
                withNewKey(alone(oldSeal(seal)), SEAL),
                withNewKey(alone(oldLookup(lookup)), LOOKUP),
                System.nanoTime());
    }

    /** With a new key of each kind in front. */
    public KeyRing rotated() {
        return new KeyRing(
                version + 1, withNewKey(seals, SEAL), withNewKey(lookups, LOOKUP), adopted);
    }

    /** Without all but the newest: what the others sealed can't be opened ever again. */
    public KeyRing newestOnly() {
        return new KeyRing(version + 1, onlyPrimary(seals), onlyPrimary(lookups), adopted);
    }

    /** How many keys of each kind, the newest and older ones. */
    public int size() {
        return Math.max(seals.size(), lookups.size());
    }

    public Aead aead() {
        return sure(() -> seals.getPrimitive(CONFIGURATION, Aead.class));
    }

    /** One for each look-up key, the newest first. */
    public List<Mac> macs() {
        List<Mac> macs = new ArrayList<>();
        for (int i = lookups.size() - 1; i >= 0; i--) {
            KeysetHandle.Entry entry = lookups.getAt(i);
            macs.add(entry.isPrimary() ? 0 : macs.size(), mac(entry));
        }
        return macs;
    }

    private static Mac mac(KeysetHandle.Entry entry) {
        return sure(() -> alone(entry.getKey()).getPrimitive(CONFIGURATION, Mac.class));
    }

    /** Whether a key of this number seals here. */
    public boolean knows(int sealId) {
        for (int i = 0; i < seals.size(); i++) {
            if (seals.getAt(i).getId() == sealId) {
                return true;
            }
        }
        return false;
    }

    /** What everything begins with that the newest sealing key makes. */
    public byte[] sealMark() {
        return mark(seals.getPrimary().getId());
    }

    /** The same of the look-up key that is in use. */
    public byte[] lookupMark() {
        int newest = lookups.size() - 1;
        return mark(lookups.getAt(Math.max(0, newest - lookupInUse())).getId());
    }

    /** Which of {@link #macs} makes the hashes that are kept. */
    public int lookupInUse() {
        return System.nanoTime() - adopted >= 0 ? 0 : Math.min(1, lookups.size() - 1);
    }

    private static byte[] mark(int id) {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(id).array();
    }

    private static KeysetHandle alone(Key key) {
        var entry = KeysetHandle.importKey(key).makePrimary();
        return sure(
                () ->
                        KeysetHandle.newBuilder()
                                .setConfiguration(CONFIGURATION)
                                .addEntry(
                                        key.getIdRequirementOrNull() == null
                                                ? entry.withRandomId()
                                                : entry)
                                .build());
    }

    private static KeysetHandle onlyPrimary(KeysetHandle keys) {
        return alone(keys.getPrimary().getKey());
    }

    @AccessesPartialKey
    private static AesGcmKey oldSeal(byte[] key) {
        return sure(
                () -> AesGcmKey.builder().setParameters(OLD_SEAL).setKeyBytes(secret(key)).build());
    }

    @AccessesPartialKey
    private static HmacKey oldLookup(byte[] key) {
        return sure(
                () -> HmacKey.builder().setParameters(OLD_LOOKUP).setKeyBytes(secret(key)).build());
    }

    private static SecretBytes secret(byte[] key) {
        return SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
    }
}
