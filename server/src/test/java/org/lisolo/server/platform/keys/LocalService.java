package org.lisolo.server.platform.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/** A key management service as Tink's clients show one, with a key that goes with the JVM. */
public final class LocalService implements KmsClient {
    public static final String URI = "local-kms://keys/lisolo";

    private static final KeysetHandle KEY = Tink.newKeyset(PredefinedAeadParameters.AES256_GCM);

    @Override
    public boolean doesSupport(String uri) {
        return uri.startsWith("local-kms://");
    }

    @Override
    public KmsClient withCredentials(String path) {
        return this;
    }

    @Override
    public KmsClient withDefaultCredentials() {
        return this;
    }

    @Override
    public Aead getAead(String uri) {
        return Tink.sure(() -> KEY.getPrimitive(Tink.CONFIGURATION, Aead.class));
    }
}
