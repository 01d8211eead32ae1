package org.lisolo.server.platform.keys;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;

import java.security.GeneralSecurityException;

/** What we use of the library, told to it once. */
final class Tink {
    interface Attempt<T> {
        T get() throws GeneralSecurityException;
    }

    static final Configuration CONFIGURATION =
            sure(
                    () -> {
                        AeadConfig.register();
                        MacConfig.register();
                        return RegistryConfiguration.get();
                    });

    private Tink() {}

    /** The library declares it everywhere; for keys of ours it would be a broken promise. */
    static <T> T sure(Attempt<T> attempt) {
        try {
            return attempt.get();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeysetHandle newKeyset(Parameters parameters) {
        return sure(() -> KeysetHandle.generateNew(parameters, CONFIGURATION));
    }

    /** With a new key in front, which does the work from now on. */
    static KeysetHandle withNewKey(KeysetHandle keys, Parameters parameters) {
        return sure(
                () ->
                        KeysetHandle.newBuilder(keys)
                                .setConfiguration(CONFIGURATION)
                                .addEntry(
                                        KeysetHandle.generateEntryFromParameters(parameters)
                                                .withRandomId()
                                                .makePrimary())
                                .build());
    }
}
