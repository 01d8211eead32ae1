package org.lisolo.server.people.members;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Contact;
import org.lisolo.server.people.ContactLock;
import org.lisolo.server.people.EmailAddress;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.PhoneNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Accounts as far as they are a member's: pseudonym, contacts, language. */
@Repository
class MemberStore {
    private final JdbcClient jdbc;
    private final PeopleKey key;
    private final ContactLock lock;

    MemberStore(JdbcClient jdbc, PeopleKey key, ContactLock lock) {
        this.jdbc = jdbc;
        this.key = key;
        this.lock = lock;
    }

    /** Who has a contact, and whether they work for somebody. */
    record Known(AccountId account, boolean staff) {}

    /** What a member sees of themselves. */
    record Own(
            String pseudonym,
            Optional<EmailAddress> email,
            Optional<PhoneNumber> phone,
            String language,
            boolean hasPassword) {}

    boolean isTaken(Pseudonym pseudonym, Optional<AccountId> except) {
        return jdbc.sql(
                        """
                        select exists (
                            select from people.account
                            where pseudonym_likeness = :likeness
                                and id is distinct from :except::uuid)
                        """)
                .param("likeness", pseudonym.likeness())
                .param("except", except.map(AccountId::value).orElse(null))
                .query(Boolean.class)
                .single();
    }

    Optional<Known> known(Contact contact) {
        return jdbc.sql(
                        """
                        select id, exists (
                            select from people.membership where account = a.id) as staff
                        from people.account a
                        where email_lookup = any(:lookups) or phone_lookup = any(:lookups)
                        """)
                .param("lookups", contact.lookups(key))
                .query(
                        (row, _) ->
                                new Known(
                                        new AccountId(row.getObject("id", UUID.class)),
                                        row.getBoolean("staff")))
                .optional();
    }

    /** False where pseudonym or contact was taken a moment before. */
    boolean add(
            AccountId account,
            Pseudonym pseudonym,
            Contact contact,
            String language,
            Instant made) {
        String column = column(contact);
        lock.take(contact);
        return jdbc.sql(
                                """
                                insert into people.account
                                    (id, %1$s_lookup, %1$s, pseudonym, pseudonym_likeness, language, made)
                                select :id, :lookup, :contact, :pseudonym, :likeness, :language, :made
                                 where not exists (select from people.account
                                                    where %1$s_lookup = any(:lookups))
                                on conflict do nothing
                                """
                                        .formatted(column))
                        .param("id", account.value())
                        .param("contact", key.seal(contact.value(), place(column, account)))
                        .param("pseudonym", pseudonym.shown())
                        .param("likeness", pseudonym.likeness())
                        .param("language", language)
                        .param("made", Timestamp.from(made))
                        .param("lookup", contact.lookup(key))
                        .param("lookups", contact.lookups(key))
                        .update()
                == 1;
    }

    /** In place of the one of its kind; false where somebody has it, and nothing was done. */
    boolean changeContact(AccountId account, Contact contact) {
        String column = column(contact);
        lock.take(contact);
        return jdbc.sql(
                                """
                                update people.account set %1$s_lookup = :lookup, %1$s = :contact
                                 where id = :id
                                   and not exists (select from people.account
                                                    where %1$s_lookup = any(:lookups))
                                """
                                        .formatted(column))
                        .param("contact", key.seal(contact.value(), place(column, account)))
                        .param("id", account.value())
                        .param("lookup", contact.lookup(key))
                        .param("lookups", contact.lookups(key))
                        .update()
                == 1;
    }

    void changePseudonym(AccountId account, Pseudonym pseudonym) {
        jdbc.sql(
                        """
                        update people.account
                        set pseudonym = :pseudonym, pseudonym_likeness = :likeness
                        where id = :id
                        """)
                .param("pseudonym", pseudonym.shown())
                .param("likeness", pseudonym.likeness())
                .param("id", account.value())
                .update();
    }

    void changeLanguage(AccountId account, String language) {
        jdbc.sql("update people.account set language = :language where id = :id")
                .param("language", language)
                .param("id", account.value())
                .update();
    }

    Own own(AccountId account) {
        return jdbc.sql(
                        """
                        select pseudonym, email, phone, language, password is not null as has_password
                        from people.account where id = :id
                        """)
                .param("id", account.value())
                .query((row, _) -> own(row, account))
                .single();
    }

    private Own own(ResultSet row, AccountId account) throws SQLException {
        String pseudonym = row.getString("pseudonym");
        return new Own(
                pseudonym == null ? "" : pseudonym,
                opened(row, "email", account).map(EmailAddress::new),
                opened(row, "phone", account).map(PhoneNumber::new),
                row.getString("language"),
                row.getBoolean("has_password"));
    }

    private Optional<String> opened(ResultSet row, String column, AccountId account)
            throws SQLException {
        return Optional.ofNullable(row.getBytes(column))
                .map(kept -> key.openText(kept, place(column, account)));
    }

    private static String column(Contact contact) {
        return switch (contact) {
            case EmailAddress _ -> "email";
            case PhoneNumber _ -> "phone";
        };
    }

    private static String place(String column, AccountId account) {
        return "account." + column + " " + account;
    }
}
