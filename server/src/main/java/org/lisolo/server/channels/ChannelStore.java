package org.lisolo.server.channels;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Repository
class ChannelStore {
    private final JdbcClient jdbc;

    ChannelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Channel channel) {
        jdbc.sql(
                        """
                        insert into channels.channel
                            (id, organisation, name, kind, visibility, created_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        channel.id().value(),
                        channel.organisation().value(),
                        channel.name(),
                        channel.kind().code(),
                        channel.visibility().code(),
                        Timestamp.from(channel.created()))
                .update();
    }

    List<Channel> all(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select * from channels.channel where organisation = ?
                         order by retired_at is not null, lower(name), id
                        """)
                .param(organisation.value())
                .query(ChannelStore::channel)
                .list();
    }

    Optional<Channel> find(ChannelId id) {
        return jdbc.sql("select * from channels.channel where id = ?")
                .param(id.value())
                .query(ChannelStore::channel)
                .optional();
    }

    void retire(ChannelId id, Optional<Instant> at) {
        jdbc.sql("update channels.channel set retired_at = :at where id = :id")
                .param("at", at.map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("id", id.value())
                .update();
    }

    static Channel channel(ResultSet row, int number) throws SQLException {
        return new Channel(
                new ChannelId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                ChannelKind.of(row.getString("kind")).orElseThrow(),
                Visibility.of(row.getInt("visibility")),
                row.getTimestamp("created_at").toInstant(),
                instantOrNull(row, "retired_at"));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
