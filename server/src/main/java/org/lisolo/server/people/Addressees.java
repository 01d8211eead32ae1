package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** How to reach the people behind accounts. Thread-safe. */
@Service
public class Addressees {
    private final JdbcClient jdbc;
    private final PeopleKey key;

    Addressees(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** By e-mail, or by phone for who has no e-mail; empty where there is no such account. */
    public Optional<Addressee> of(AccountId account) {
        return jdbc.sql("select email, phone, language from people.account where id = :id")
                .param("id", account.value())
                .query((row, _) -> addressee(row, account))
                .optional();
    }

    private Addressee addressee(ResultSet row, AccountId account) throws SQLException {
        byte[] email = row.getBytes("email");
        Contact contact =
                email == null
                        ? new PhoneNumber(
                                key.openText(row.getBytes("phone"), "account.phone " + account))
                        : new EmailAddress(key.openText(email, "account.email " + account));
        return new Addressee(contact, row.getString("language"));
    }
}
