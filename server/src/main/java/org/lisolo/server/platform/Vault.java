package org.lisolo.server.platform;

import static java.util.Objects.requireNonNull;

import org.lisolo.server.platform.keys.KeyRing;
import org.lisolo.server.platform.keys.Keysets;
import org.springframework.transaction.support.TransactionOperations;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Where a module gets the keys for what it keeps sealed: {@code vault.of("letters")}. Each purpose
 * has keys of its own, made at its first use, wrapped by a main key that lies outside the database,
 * and changed without a stop. Who has sealed columns also has a {@link Reseals}. Thread-safe.
 */
public final class Vault {
    /**
     * Two secrets of 32 bytes from before there was a vault.
     *
     * @param seal AES-256-GCM, with nonces of 12 bytes in front
     * @param lookup HMAC-SHA-256
     */
    @SuppressWarnings("ArrayRecordComponent") // equality of keys is nobody's question
    public record OldKeys(byte[] seal, byte[] lookup) {
        /** As they were derived (RFC 5869) from a secret in a file. */
        public static OldKeys derived(byte[] secret, String purpose) {
            return new OldKeys(
                    expanded(secret, "lisolo " + purpose + " seal"),
                    expanded(secret, "lisolo " + purpose + " lookup"));
        }

        private static byte[] expanded(byte[] secret, String info) {
            try {
                return KDF.getInstance("HKDF-SHA256")
                        .deriveData(
                                HKDFParameterSpec.ofExtract()
                                        .addIKM(secret)
                                        .thenExpand(info.getBytes(StandardCharsets.UTF_8), 32));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java lacks HKDF with SHA-256", e);
            }
        }
    }

    private final Keysets keysets;
    private final TransactionOperations apart;
    private final Map<String, Seal> seals = new ConcurrentHashMap<>();

    /**
     * Makes the one vault.
     *
     * @param apart transactions of their own: keys must not go with a caller's that fails
     */
    Vault(Keysets keysets, TransactionOperations apart) {
        this.keysets = keysets;
        this.apart = apart;
    }

    /** The seal of a purpose, which is a word: people, letters, documents, media. */
    public Seal of(String purpose) {
        return of(purpose, Optional::empty);
    }

    /**
     * The seal of a purpose that had keys of another kind.
     *
     * @param old is asked once, when the purpose gets its first keys: what they sealed and made
     *     findable stays so
     */
    public Seal of(String purpose, Supplier<Optional<OldKeys>> old) {
        return seals.computeIfAbsent(
                purpose,
                _ ->
                        new Seal(
                                () -> load(purpose, old),
                                () -> keysets.version(purpose),
                                keysets.looksEvery()));
    }

    private KeyRing load(String purpose, Supplier<Optional<OldKeys>> old) {
        return requireNonNull(apart.execute(_ -> keysets.load(purpose, () -> first(old.get()))));
    }

    private static KeyRing first(Optional<OldKeys> old) {
        return old.map(keys -> KeyRing.grownOutOf(keys.seal(), keys.lookup()))
                .orElseGet(KeyRing::fresh);
    }
}
