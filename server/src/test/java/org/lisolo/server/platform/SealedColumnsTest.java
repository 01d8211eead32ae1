package org.lisolo.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Set;

/** No sealed column is forgotten when keys change, or it could not be opened after. */
@ServerTest
class SealedColumnsTest {
    /**
     * Bytes that no key of the vault seals: hashes, salts, what is public, what lasts less than two
     * hours.
     */
    private static final Set<String> NOT_SEALED =
            Set.of(
                    "channels.set_aside.digest",
                    "channels.set_aside.payload",
                    "channels.token.hash",
                    "directory.photo.bytes",
                    "evidence.audit.bound",
                    "evidence.audit.details_commitment",
                    "community.invitation.hash",
                    "evidence.audit.salt",
                    "evidence.entry.commitment",
                    "evidence.pending.commitment",
                    "evidence.tile.hashes",
                    "message.blob.bytes",
                    "message.blob.hash",
                    "message.blob_use.hash",
                    "message.content.payload",
                    "message.content.salt",
                    "message.erasure.salt",
                    "monitoring.case_step.salt",
                    "monitoring.rule_version.salt",
                    "people.code.hash",
                    "people.code.origin",
                    "people.code.sealed",
                    "people.code.subject",
                    "people.data_request.code",
                    "people.data_request.origin_lookup",
                    "people.key_proof.proof",
                    "people.link.hash",
                    "people.passkey.attestation",
                    "people.passkey.credential",
                    "people.passkey.public_key",
                    "people.passkey_handle.handle",
                    "people.password_reset.hash",
                    "people.token.hash",
                    "platform.keyset.lookups",
                    "platform.keyset.seals",
                    "publishing.calendar_feed.hash",
                    "publishing.picture.bytes",
                    "publishing.picture.small_bytes",
                    "releases.paper.bytes",
                    "releases.picture.bytes",
                    "releases.release.kept_link",
                    "releases.release.link");

    @Autowired JdbcClient jdbc;
    @Autowired List<Reseals> modules;

    @Test
    void everyColumnOfBytesIsSealedAnewOrKnownNotToBeSealed() {
        Set<String> resealed =
                modules.stream().flatMap(module -> module.columns().stream()).collect(toSet());
        List<String> columns =
                jdbc.sql(
                                """
                                select table_schema || '.' || table_name || '.' || column_name
                                  from information_schema.columns
                                 where data_type = 'bytea'
                                   and table_schema not in ('pg_catalog', 'information_schema')
                                """)
                        .query(String.class)
                        .list();
        assertThat(columns)
                .as("declare a SealedTable bean for it, or add it to the list here with its reason")
                .filteredOn(column -> !NOT_SEALED.contains(column))
                .filteredOn(column -> !resealed.contains(column))
                .isEmpty();
        assertThat(columns).as("what is declared is there").containsAll(resealed);
    }
}
