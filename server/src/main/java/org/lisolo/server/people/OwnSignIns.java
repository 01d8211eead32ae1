package org.lisolo.server.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Set;

/** By what a person signs in, and where they are signed in. No secret is among it. */
@Configuration(proxyBeanMethods = false)
class OwnSignIns {
    @Bean
    @Order(2)
    static PersonalData ownProofs(JdbcClient jdbc) {
        return PersonalRows.of(jdbc)
                .section(
                        "second_factor",
                        """
                        select t.since, (select count(*) from people.recovery_code r
                            where r.account = t.account) as recovery_codes
                        from people.totp t where t.account = :account
                        """,
                        "people.totp.account",
                        "people.recovery_code.account")
                .section(
                        "passkeys",
                        """
                        select label, made, last_used from people.passkey
                        where account = :account order by made
                        """,
                        "people.passkey.account",
                        "people.passkey_handle.account")
                .section(
                        "tokens",
                        """
                        select name, scopes, made, expires, last_used from people.token
                        where account = :account order by made
                        """,
                        "people.token.account")
                .named("scopes", "access.action.")
                .section(
                        "password_links",
                        "select expires from people.password_reset where account = :account",
                        "people.password_reset.account")
                .erasing("delete from people.totp where account = :account")
                .erasing("delete from people.recovery_code where account = :account")
                .erasing("delete from people.passkey where account = :account")
                .erasing("delete from people.passkey_handle where account = :account")
                .erasing("delete from people.token where account = :account")
                .erasing("delete from people.password_reset where account = :account");
    }

    @Bean
    @Order(3)
    static PersonalData ownSessions(Sessions sessions) {
        return new PersonalData() {
            @Override
            public List<Section> of(AccountId account) {
                return List.of(
                        new Section(
                                "rights.section.sessions",
                                "sessions",
                                sessions.devices(account, "").stream()
                                        .map(OwnSignIns::session)
                                        .toList()));
            }

            @Override
            public Set<String> columns() {
                return Set.of("people.session.principal_name", "people.expired_session.account");
            }

            @Override
            public void erase(AccountId account) {
                sessions.end(account);
            }
        };
    }

    private static List<PersonalData.Field> session(Device device) {
        return List.of(
                new PersonalData.Field("rights.field.browser", "browser", device.agent()),
                new PersonalData.Field("rights.field.began", "began", device.began().toString()),
                new PersonalData.Field("rights.field.seen", "seen", device.seen().toString()));
    }

    @Bean
    @Order(4)
    static PersonalData ownInvitations(LinkStore links, AccountStore accounts) {
        return new PersonalData() {
            @Override
            public List<Section> of(AccountId account) {
                return List.of(
                        new Section(
                                "rights.section.invitations",
                                "invitations",
                                accounts.contact(account).stream()
                                        .flatMap(email -> links.invitations(email).stream())
                                        .map(OwnSignIns::invitation)
                                        .toList()));
            }

            @Override
            public Set<String> columns() {
                return Set.of();
            }

            @Override
            public void erase(AccountId account) {
                accounts.contact(account).ifPresent(links::forget);
            }
        };
    }

    private static List<PersonalData.Field> invitation(Link.Invitation one) {
        return List.of(
                new PersonalData.Field("rights.field.name", "name", one.name()),
                new PersonalData.Field("people.email", "email", one.email().value()),
                new PersonalData.Field(
                        "rights.field.expires", "expires", one.expires().toString()));
    }
}
