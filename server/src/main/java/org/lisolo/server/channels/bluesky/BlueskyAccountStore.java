package org.lisolo.server.channels.bluesky;

import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.Seal;
import org.lisolo.server.platform.SealedTable;
import org.lisolo.server.platform.Vault;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The accounts, each password sealed to its channel. */
@Repository
class BlueskyAccountStore {
    private static final String PURPOSE = "channels";

    private final JdbcClient jdbc;
    private final Seal seal;

    BlueskyAccountStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.seal = vault.of(PURPOSE);
    }

    void keep(BlueskyAccount account, Instant now) {
        jdbc.sql(
                        """
                        insert into channels.bluesky_account as a
                            (channel, service, did, handle, password, connected_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (channel) do update
                           set service = excluded.service, did = excluded.did,
                               handle = excluded.handle, password = excluded.password,
                               connected_at = excluded.connected_at
                        """)
                .params(
                        account.channel().value(),
                        account.service().toString(),
                        account.did(),
                        account.handle(),
                        seal.seal(account.password(), place(account.channel())),
                        Timestamp.from(now))
                .update();
    }

    void remove(ChannelId channel) {
        jdbc.sql("delete from channels.bluesky_account where channel = ?")
                .param(channel.value())
                .update();
    }

    Optional<BlueskyAccount> find(ChannelId channel) {
        return jdbc.sql("select * from channels.bluesky_account where channel = ?")
                .param(channel.value())
                .query((row, _) -> account(row))
                .optional();
    }

    /** The handle alone, for pages. */
    Optional<String> handle(ChannelId channel) {
        return jdbc.sql("select handle from channels.bluesky_account where channel = ?")
                .param(channel.value())
                .query(String.class)
                .optional();
    }

    /** Of channels that are open: the account of each. */
    List<Heard> heard() {
        return jdbc.sql(
                        """
                        select a.channel, c.organisation, a.did from channels.bluesky_account a
                          join channels.channel c on c.id = a.channel
                         where c.retired_at is null
                        """)
                .query(
                        (row, _) ->
                                new Heard(
                                        new ChannelId(row.getObject(1, UUID.class)),
                                        new OrganisationId(row.getObject(2, UUID.class)),
                                        row.getString(3)))
                .list();
    }

    /** A channel that listens for what is said to its account. */
    record Heard(ChannelId channel, OrganisationId organisation, String did) {}

    private BlueskyAccount account(ResultSet row) throws SQLException {
        var channel = new ChannelId(row.getObject("channel", UUID.class));
        return new BlueskyAccount(
                channel,
                URI.create(row.getString("service")),
                row.getString("did"),
                row.getString("handle"),
                seal.openText(row.getBytes("password"), place(channel)));
    }

    private static String place(ChannelId channel) {
        return "bluesky.password " + channel;
    }

    @Configuration(proxyBeanMethods = false)
    static class Keys {
        @Bean
        static Reseals blueskyPasswordsSealedAnew(
                Vault vault, JdbcClient jdbc, TransactionTemplate transactions) {
            return new SealedTable(
                            vault.of(PURPOSE), PURPOSE, "channels.bluesky_account", "channel::text")
                    .sealed("password", "bluesky.password %s")
                    .with(jdbc, transactions);
        }
    }
}
