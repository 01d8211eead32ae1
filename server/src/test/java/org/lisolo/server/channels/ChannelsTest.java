package org.lisolo.server.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.testing.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;

class ChannelsTest {
    private static final JdbcClient JDBC = Databases.client(Databases.migrated());

    // one for all tests: they share the database
    private static final Ids IDS = new Ids(Clock.systemUTC(), new Random(1));

    private final SetClock clock = new SetClock();
    private final Channels channels = new Channels(new ChannelStore(JDBC), IDS, clock);
    private final ChannelTokens tokens = new ChannelTokens(new TokenStore(JDBC), IDS, clock);
    private final OrganisationId hospital = new OrganisationId(UUID.randomUUID());
    private final AccountId admin = new AccountId(UUID.randomUUID());

    @Test
    void keepsAChannelAndShowsItToItsOrganisationOnly() {
        Channel channel =
                channels.open(hospital, " Page ", ChannelKind.ACTIVITYPUB, Visibility.PUBLIC);
        assertThat(channels.find(channel.id(), hospital)).contains(channel);
        assertThat(channel.name()).isEqualTo("Page");
        assertThat(channels.names(hospital)).containsEntry(channel.id().toString(), "Page");
        OrganisationId other = new OrganisationId(UUID.randomUUID());
        assertThat(channels.find(channel.id(), other)).isEmpty();
        assertThat(channels.all(other)).isEmpty();
    }

    @Test
    void refusesANameThatIsMissingOrTaken() {
        channels.open(hospital, "Page", ChannelKind.LISOLO, Visibility.PUBLIC);
        assertThatThrownBy(
                        () ->
                                channels.open(
                                        hospital, "page", ChannelKind.LISOLO, Visibility.PUBLIC))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(
                        () -> channels.open(hospital, " ", ChannelKind.LISOLO, Visibility.PUBLIC))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aTokenSpeaksForItsChannelUntilItExpires() {
        Channel channel = open();
        String token = tokens.make(channel, "pont", 30, admin);
        assertThat(tokens.authenticate(token).orElseThrow().channel()).isEqualTo(channel);
        assertThat(tokens.of(channel).getFirst().lastUsed()).isEqualTo(clock.instant());
        clock.now = clock.now.plus(Duration.ofDays(30));
        assertThat(tokens.authenticate(token)).isEmpty();
    }

    @Test
    void aRevokedTokenOrARetiredChannelOpensNothing() {
        Channel channel = open();
        String first = tokens.make(channel, "un", 365, admin);
        String second = tokens.make(channel, "deux", 365, admin);
        UUID revoked = tokens.of(channel).getLast().id();
        tokens.revoke(channel, revoked);
        assertThat(tokens.authenticate(first)).isEmpty();
        assertThat(tokens.authenticate(second)).isPresent();
        channels.retire(channel);
        assertThat(tokens.authenticate(second)).isEmpty();
        channels.reopen(channel);
        assertThat(tokens.authenticate(second)).isPresent();
    }

    @Test
    void noTokenIsKeptAsItIs() {
        String token = tokens.make(open(), "pont", 90, admin);
        assertThat(
                        JDBC.sql("select count(*) from channels.token t where t::text like ?")
                                .param("%" + token.substring(8, 30) + "%")
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(tokens.authenticate(token + "x")).isEmpty();
        assertThat(tokens.authenticate("")).isEmpty();
        assertThat(tokens.authenticate("lisolo_" + "x".repeat(5_000))).isEmpty();
    }

    @Test
    void anotherChannelsTokenCantBeRevokedHere() {
        Channel channel = open();
        tokens.make(channel, "pont", 90, admin);
        UUID id = tokens.of(channel).getFirst().id();
        Channel other = channels.open(hospital, "Autre", ChannelKind.LISOLO, Visibility.PUBLIC);
        assertThatThrownBy(() -> tokens.revoke(other, id)).isInstanceOf(Problem.class);
        assertThat(tokens.of(channel).getFirst().revoked()).isNull();
    }

    private Channel open() {
        return channels.open(hospital, "Page", ChannelKind.LISOLO, Visibility.PUBLIC);
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-03-12T13:05:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
