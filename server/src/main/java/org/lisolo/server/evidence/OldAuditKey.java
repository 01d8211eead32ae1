package org.lisolo.server.evidence;

import org.lisolo.server.platform.StartRefused;
import org.lisolo.server.platform.Vault.OldKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What sealed the trail's details before the vault did: keys derived (RFC 5869) from a secret in
 * {@code keys/audit.key}. Once all is sealed anew and the older keys are destroyed, the file can be
 * deleted.
 */
final class OldAuditKey {
    private final Path file;
    private final JdbcClient jdbc;

    OldAuditKey(Path file, JdbcClient jdbc) {
        this.file = file;
        this.jdbc = jdbc;
    }

    /** None, where the trail was begun without it. */
    Optional<OldKeys> keys() {
        return hasDetails() ? Optional.of(OldKeys.derived(read(), "audit")) : Optional.empty();
    }

    private boolean hasDetails() {
        return jdbc.sql(
                        """
                        select exists (select from evidence.audit where details is not null)
                        """)
                .query(Boolean.class)
                .single();
    }

    private byte[] read() {
        try {
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The file "
                            + file
                            + " can't be read, so no network address and no reason in the audit"
                            + " trail can be.",
                    "Put back the file from your backup, or copy the folder keys from the other"
                            + " server that uses this database.",
                    e);
        }
    }
}
