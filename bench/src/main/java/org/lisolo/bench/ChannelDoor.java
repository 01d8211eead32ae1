package org.lisolo.bench;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A channel and its token, put into the database as the pages would: a server that is measured has
 * nobody at its pages.
 */
final class ChannelDoor {
    private ChannelDoor() {}

    /** The token that opens it. */
    static String open(Connection connection, ChannelId channel, OrganisationId organisation)
            throws SQLException {
        String token = "lisolo_" + UUID.randomUUID().toString().replace("-", "");
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement(
                                """
                                insert into channels.token
                                       (id, channel, name, hash, created_by, created_at, expires_at)
                                values (?, ?, 'bench', ?, ?, now(), now() + interval '1 day')
                                """)) {
            statement.execute(
                    """
                    insert into channels.channel
                           (id, organisation, name, kind, visibility, created_at)
                    values ('%s', '%s', 'Bench', 'lisolo', 1, now())
                    """
                            .formatted(channel, organisation));
            insert.setObject(1, UUID.randomUUID());
            insert.setObject(2, channel.value());
            insert.setBytes(3, sha256(token));
            insert.setObject(4, UUID.randomUUID());
            insert.executeUpdate();
        }
        return token;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
