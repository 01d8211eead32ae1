package org.lisolo.server.people;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.DataFolder;
import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.platform.Vault.OldKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What sealed before there was a vault: two keys derived (RFC 5869) from a secret in {@code
 * keys/people.key}. A database that was begun with it holds a proof, so that another one's is found
 * out. When all is sealed anew and the older keys are destroyed, the file can be deleted.
 */
@Component
final class OldPeopleKey {
    private final Path file;
    private final JdbcClient jdbc;

    @Autowired
    OldPeopleKey(DataFolder folder, JdbcClient jdbc) {
        this(folder.resolve("keys").resolve("people.key"), jdbc);
    }

    OldPeopleKey(Path file, JdbcClient jdbc) {
        this.file = file;
        this.jdbc = jdbc;
    }

    /** None, where the database was not begun with such a secret. */
    Optional<OldKeys> keys() {
        return jdbc.sql("select proof from people.key_proof")
                .query(byte[].class)
                .optional()
                .map(
                        proof -> {
                            OldKeys keys = OldKeys.derived(read(), "people");
                            if (!MessageDigest.isEqual(proof, proof(keys))) {
                                throw refused("is not the one this database was begun with", null);
                            }
                            return keys;
                        });
    }

    private byte[] read() {
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw refused("can't be read", e);
        }
    }

    private StartRefused refused(String why, @Nullable Exception cause) {
        String reason =
                "The file "
                        + file
                        + " "
                        + why
                        + ", so no name or e-mail address in the database can be read.";
        String remedy =
                "Put back the file from your backup, or copy the folder keys from the other server"
                        + " that uses this database.";
        return cause == null
                ? new StartRefused(reason, remedy)
                : new StartRefused(reason, remedy, cause);
    }

    private static byte[] proof(OldKeys keys) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.lookup(), "HmacSHA256"));
            return mac.doFinal("key_proof\0people.key".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks HMAC with SHA-256", e);
        }
    }
}
