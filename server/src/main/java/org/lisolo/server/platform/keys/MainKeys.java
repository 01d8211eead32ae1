package org.lisolo.server.platform.keys;

import static org.lisolo.server.platform.keys.Tink.CONFIGURATION;
import static org.lisolo.server.platform.keys.Tink.newKeyset;
import static org.lisolo.server.platform.keys.Tink.withNewKey;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import org.lisolo.server.platform.StartRefused;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The key that wraps all others. It never lies in the database: by default it is the file {@code
 * main.key}, a Tink keyset readable by its owner only; where a key management service is named by
 * its URI, it never leaves that service. Thread-safe.
 */
public final class MainKeys {
    private static final Parameters PARAMETERS = PredefinedAeadParameters.AES256_GCM;
    private static final String FILE = "file:";
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OUR_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path file;
    private final Optional<String> service;
    private final Optional<String> credentials;

    /**
     * Says where the main key is.
     *
     * @param folder where the file lies, or will when it is first needed
     * @param service the URI of a key in a key management service, if one is to be used
     * @param credentials what the service's client reads them from; its own default otherwise
     */
    public MainKeys(Path folder, Optional<String> service, Optional<String> credentials) {
        this.file = folder.resolve("main.key");
        this.service = service;
        this.credentials = credentials;
    }

    /** Wrapped keys, and by which main key. */
    @SuppressWarnings("ArrayRecordComponent") // equality of keys is nobody's question
    public record Wrapped(byte[] bytes, String by) {}

    /**
     * Wraps keys for the database.
     *
     * @param place what the keys are for; they can't be unwrapped as if they were for another
     */
    public Wrapped wrap(KeysetHandle keys, String place) {
        try {
            return new Wrapped(
                    TinkProtoKeysetFormat.serializeEncryptedKeyset(
                            keys, newest(), place.getBytes(StandardCharsets.UTF_8), CONFIGURATION),
                    name());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the main key can't be used: " + name(), e);
        }
    }

    /**
     * What was wrapped.
     *
     * @throws StartRefused if they were wrapped by a main key that is not here
     */
    public KeysetHandle unwrap(Wrapped keys, String place) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                    keys.bytes(),
                    named(keys.by()),
                    place.getBytes(StandardCharsets.UTF_8),
                    CONFIGURATION);
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    "The main key of this server does not open the keys in this database, so"
                            + " nothing personal in it can be read ("
                            + (keys.by().startsWith(FILE) ? file : keys.by())
                            + ").",
                    "Put back the folder keys from your backup, or copy it from the other server"
                            + " that uses this database.",
                    e);
        }
    }

    /** Whether these keys would be wrapped by another main key now. */
    public boolean areOutdated(Wrapped keys) {
        return !keys.by().equals(name());
    }

    /** Puts a new key in front of the file's older ones. */
    public void renew() {
        write(withNewKey(read(), PARAMETERS));
    }

    private String name() {
        return service.orElseGet(() -> FILE + Integer.toHexString(read().getPrimary().getId()));
    }

    private Aead newest() throws GeneralSecurityException {
        return service.isPresent() ? ofService(service.get()) : ofFile(read());
    }

    private Aead named(String by) throws GeneralSecurityException, IOException {
        if (!by.startsWith(FILE)) {
            return ofService(by);
        }
        if (!Files.exists(file)) {
            throw new IOException(file + " is not there");
        }
        return ofFile(read());
    }

    private Aead ofService(String uri) throws GeneralSecurityException {
        for (KmsClient client : ServiceLoader.load(KmsClient.class)) {
            if (client.doesSupport(uri)) {
                if (credentials.isPresent()) {
                    client.withCredentials(credentials.get());
                } else {
                    client.withDefaultCredentials();
                }
                return client.getAead(uri);
            }
        }
        throw new StartRefused(
                "No client for the key management service of " + uri + " is on the class path.",
                "Start with the jar of that service's Tink client beside ours (see the operator's"
                        + " guide, Keys).");
    }

    private static Aead ofFile(KeysetHandle keys) throws GeneralSecurityException {
        return keys.getPrimitive(CONFIGURATION, Aead.class);
    }

    private synchronized KeysetHandle read() {
        try {
            if (!Files.exists(file)) {
                write(newKeyset(PARAMETERS));
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), CONFIGURATION, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    "The main key " + file + " can't be read.",
                    "Put back the file from your backup, with mode 600.",
                    e);
        }
    }

    private void write(KeysetHandle keys) {
        try {
            Path folder = Files.createDirectories(file.getParent(), OUR_FOLDER);
            Path unfinished = Files.createTempFile(folder, "unfinished", ".tmp", OURS_ALONE);
            Files.writeString(
                    unfinished,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                                    keys, CONFIGURATION, InsecureSecretKeyAccess.get())
                            + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (GeneralSecurityException | IOException e) {
            throw new StartRefused(
                    "The main key " + file + " can't be written.",
                    "Give this user the right to write there.",
                    e);
        }
    }
}
