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
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {
    static final String PLACE = "session";

    @Bean
    static Reseals accountsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.account", "id::text")
                .sealed("email", "account.email %s")
                .sealed("phone", "account.phone %s")
                .sealed("name", "account.name %s")
                .hashed("email_lookup", "email", "account.email")
                .hashed("phone_lookup", "phone", "account.phone")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals linksSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.link", "encode(hash, 'hex')")
                .sealed("email", "link.email %s")
                .sealed("name", "link.name %s")
                .hashed("email_lookup", "email", "account.email")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals sessionsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(
                        key.seal(),
                        PeopleKey.PURPOSE,
                        "people.session_attributes",
                        "attribute_name")
                .sealed("attribute_bytes", PLACE)
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals verificationsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.verification", "id::text")
                .sealed("name", "verification.name %s")
                .sealed("workplace", "verification.workplace %s")
                .sealed("order_number", "verification.order_number %s")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals documentsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(
                        key.seal(), PeopleKey.PURPOSE, "people.verification_document", "id::text")
                .sealed("name", "verification_document.name %s")
                .sealed("content", "verification_document.content %s")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals stepsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(
                        key.seal(),
                        PeopleKey.PURPOSE,
                        "people.verification_step",
                        "verification::text")
                .sealed("reason", "verification.reason %s")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals authenticatorsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.totp", "account::text")
                .sealed("secret", "totp.secret %s")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals lettersSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.letter", "id::text")
                .sealed("sealed", "letter %s")
                .with(jdbc, transactions);
    }

    @Bean
    static Reseals dataRequestsSealedAnew(
            PeopleKey key, JdbcClient jdbc, TransactionTemplate transactions) {
        return new SealedTable(key.seal(), PeopleKey.PURPOSE, "people.data_request", "id::text")
                .sealed("sealed", "rights.request %s")
                .sealed("answer", "rights.request %s answer")
                .with(jdbc, transactions);
    }

    @Bean
    static CookieSerializer sessionCookie(PeopleKey key) {
        return new SignedCookie(key);
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
