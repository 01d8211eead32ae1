package org.lisolo.server.people;

import org.lisolo.server.platform.Reseals;
import org.lisolo.server.platform.SealedTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.stream.Stream;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    static final String PLACE = "session";

    private static final String NOTING =
            """
            with ended as (
                delete from people.session where %s returning principal_name, expiry_time)
            insert into people.expired_session (account)
            select principal_name from ended
            where principal_name is not null
                and expiry_time < extract(epoch from clock_timestamp()) * 1000
            """;

    private static final String SEEN =
            """
            update people.session s
               set session_id = n.session_id, last_access_time = n.last_access_time,
                   max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                   principal_name = n.principal_name
              from (select cast(? as char(36)), cast(? as bigint), cast(? as int),
                           cast(? as bigint), cast(? as text), cast(? as char(36)))
                   as n (session_id, last_access_time, max_inactive_interval, expiry_time,
                         principal_name, primary_id)
             where s.primary_id = n.primary_id
               and (s.last_access_time <= n.last_access_time - 60000
                    or s.session_id <> n.session_id
                    or s.max_inactive_interval <> n.max_inactive_interval
                    or s.principal_name is distinct from n.principal_name)
            """;

    /** Every table of this module with sealed columns, and the place of each column. */
    @Bean
    static Reseals peopleSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return Reseals.together(
                Stream.of(
                                table(key, "account", "id::text")
                                        .sealed("email", "account.email %s")
                                        .sealed("phone", "account.phone %s")
                                        .sealed("name", "account.name %s")
                                        .hashed("email_lookup", "email", "account.email")
                                        .hashed("phone_lookup", "phone", "account.phone"),
                                table(key, "link", "encode(hash, 'hex')")
                                        .sealed("email", "link.email %s")
                                        .sealed("name", "link.name %s")
                                        .hashed("email_lookup", "email", "account.email"),
                                table(key, "session_attributes", "attribute_name")
                                        .sealed("attribute_bytes", PLACE),
                                table(key, "verification", "id::text")
                                        .sealed("name", "verification.name %s")
                                        .sealed("workplace", "verification.workplace %s")
                                        .sealed("order_number", "verification.order_number %s"),
                                table(key, "verification_document", "id::text")
                                        .sealed("name", "verification_document.name %s")
                                        .sealed("content", "verification_document.content %s"),
                                table(key, "verification_step", "verification::text")
                                        .sealed("reason", "verification.reason %s"),
                                table(key, "totp", "account::text")
                                        .sealed("secret", "totp.secret %s"),
                                table(key, "letter", "id::text").sealed("sealed", "letter %s"),
                                table(key, "data_request", "id::text")
                                        .sealed("sealed", "rights.request %s")
                                        .sealed("answer", "rights.request %s answer"))
                        .map(table -> table.with(jdbc, transactions))
                        .toList());
    }

    private static SealedTable table(PeopleKey key, String name, String id) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people." + name, id);
    }

    /**
     * Sessions that end because nobody came back leave word for the trail, in the same statement:
     * Spring Session deletes them, both from time to time and when their cookie is shown again.
     */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> expiredSessionsAreNoted() {
        return sessions -> {
            sessions.setDeleteSessionQuery(NOTING.formatted("session_id = ?"));
            sessions.setDeleteSessionsByExpiryTimeQuery(NOTING.formatted("expiry_time < ?"));
        };
    }

    /**
     * When somebody was seen last is written once a minute: with each page it would be a write to
     * the disk for nothing. So whoever is away is signed out up to a minute early.
     */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> seenOnceAMinute() {
        return sessions -> sessions.setUpdateSessionQuery(SEEN);
    }

    /** Two pages that are asked for at once may put the same thing into a session first. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> attributesMayBeThereAlready() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Bean
    static CookieSerializer sessionCookie(PeopleKey key, SiteAddress address) {
        return new SignedCookie(key, address.isSecure());
    }

    /**
     * Sessions hold a person's name, so they are sealed too; and nothing is ever deserialized that
     * we did not seal ourselves, whoever can write to the table. The name is Spring Session's.
     */
    @Bean
    static ConversionService springSessionConversionService(PeopleKey key) {
        var serialize = new SerializingConverter();
        var deserialize = new DeserializingConverter(PeopleKey.class.getClassLoader());
        var conversions = new GenericConversionService();
        conversions.addConverter(
                Object.class,
                byte[].class,
                attribute -> key.seal(serialize.convert(attribute), PLACE));
        conversions.addConverter(
                byte[].class, Object.class, kept -> deserialize.convert(key.open(kept, PLACE)));
        return conversions;
    }
}
