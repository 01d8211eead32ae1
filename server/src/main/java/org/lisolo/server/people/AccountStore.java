package org.lisolo.server.people;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Accounts and memberships, with the personal fields sealed on the way in and opened on the way
 * out.
 */
@Repository
class AccountStore {
    /** What a sign-in needs to know. */
    record Credentials(AccountId account, String password) {}

    /** A membership with its person in the clear. */
    record Member(AccountId account, String name, String email, Set<Role> roles) {}

    private final JdbcClient jdbc;
    private final PeopleKey key;
    private final ContactLock lock;
    private final ZoneId zone;

    AccountStore(
            JdbcClient jdbc,
            PeopleKey key,
            ContactLock lock,
            @Value("${lisolo.zone:Africa/Kinshasa}") ZoneId zone) {
        this.jdbc = jdbc;
        this.key = key;
        this.lock = lock;
        this.zone = zone;
    }

    boolean isEmpty() {
        return jdbc.sql("select not exists (select from people.account)")
                .query(Boolean.class)
                .single();
    }

    /**
     * Whether it is new: false where the e-mail address already has an account. Within a
     * transaction, since while keys change one address has several look-up hashes.
     */
    boolean add(AccountId account, EmailAddress email, String name, String password, Instant made) {
        lock.take(email);
        return jdbc.sql(
                                """
                                insert into people.account
                                    (id, email_lookup, email, name, password, made)
                                select :id, :lookup, :email, :name, :password, :made
                                 where not exists (select from people.account
                                                    where email_lookup = any(:lookups))
                                on conflict (email_lookup) do nothing
                                """)
                        .param("id", account.value())
                        .param("email", key.seal(email.value(), "account.email " + account))
                        .param("name", key.seal(name, "account.name " + account))
                        .param("password", password)
                        .param("made", Timestamp.from(made))
                        .param("lookup", email.lookup(key))
                        .param("lookups", email.lookups(key))
                        .update()
                == 1;
    }

    /** Of whoever has a password. */
    Optional<Credentials> credentials(Contact contact) {
        return jdbc.sql(
                        """
                        select id, password from people.account
                        where (email_lookup = any(:lookups) or phone_lookup = any(:lookups))
                            and password is not null
                        """)
                .param("lookups", contact.lookups(key))
                .query((row, _) -> new Credentials(account(row), row.getString("password")))
                .optional();
    }

    Optional<String> password(AccountId account) {
        return jdbc.sql(
                        """
                        select password from people.account
                        where id = :id and password is not null
                        """)
                .param("id", account.value())
                .query(String.class)
                .optional();
    }

    void changePassword(AccountId account, String password) {
        jdbc.sql("update people.account set password = :password where id = :id")
                .param("password", password)
                .param("id", account.value())
                .update();
    }

    /** None for whoever is reached by phone alone, or was erased. */
    Optional<EmailAddress> contact(AccountId account) {
        return jdbc.sql("select id, email from people.account where id = :id and email is not null")
                .param("id", account.value())
                .query((row, _) -> email(row))
                .optional()
                .filter(email -> !email.isEmpty())
                .map(EmailAddress::new);
    }

    EmailAddress email(AccountId account) {
        return jdbc.sql("select id, email from people.account where id = :id")
                .param("id", account.value())
                .query((row, _) -> new EmailAddress(email(row)))
                .single();
    }

    /**
     * In the organisation they joined first, or in the one named; whoever is in none, or asks for
     * {@link OrganisationId#NONE}, as a member of the public.
     */
    Optional<SignedIn> signedIn(AccountId account, Optional<OrganisationId> organisation) {
        Optional<SignedIn> staff = staff(account, organisation);
        return staff.isEmpty()
                        && organisation.orElse(OrganisationId.NONE).equals(OrganisationId.NONE)
                ? member(account)
                : staff;
    }

    private Optional<SignedIn> member(AccountId account) {
        return jdbc.sql(
                        """
                        select pseudonym from people.account
                        where id = :id and pseudonym is not null
                        """)
                .param("id", account.value())
                .query(
                        (row, _) ->
                                new SignedIn(
                                        account,
                                        row.getString("pseudonym"),
                                        OrganisationId.NONE,
                                        "",
                                        Set.of(),
                                        zone))
                .optional();
    }

    /** In the organisation they joined first, or in the one named. */
    Optional<SignedIn> staff(AccountId account, Optional<OrganisationId> organisation) {
        return jdbc.sql(
                        """
                        select a.id, a.name, a.pseudonym, m.organisation,
                               case when exists (select from people.operator
                                                  where account = a.id)
                                    then array_append(m.roles, 'OPERATOR') else m.roles
                               end as roles,
                               o.name as organisation_name, o.zone
                        from people.account a
                        join people.membership m on m.account = a.id
                        join people.organisation o on o.id = m.organisation
                        where a.id = :id and (:organisation::uuid is null or o.id = :organisation)
                        order by m.since, o.id
                        limit 1
                        """)
                .param("id", account.value())
                .param("organisation", organisation.map(OrganisationId::value).orElse(null))
                .query(
                        (row, _) ->
                                new SignedIn(
                                        account,
                                        name(row),
                                        new OrganisationId(
                                                row.getObject("organisation", UUID.class)),
                                        row.getString("organisation_name"),
                                        roles(row),
                                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    void nameIfNameless(AccountId account, String name) {
        jdbc.sql("update people.account set name = :name where id = :id and name is null")
                .param("name", key.seal(name, "account.name " + account))
                .param("id", account.value())
                .update();
    }

    List<Member> members(OrganisationId organisation) {
        return jdbc.sql(
                        """
                        select a.id, a.name, a.pseudonym, a.email, m.roles
                        from people.membership m
                        join people.account a on a.id = m.account
                        where m.organisation = :organisation
                        """)
                .param("organisation", organisation.value())
                .query((row, _) -> new Member(account(row), name(row), email(row), roles(row)))
                .list();
    }

    List<Colleague> named(Collection<AccountId> accounts) {
        return jdbc.sql("select id, name, pseudonym from people.account where id = any(:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, _) -> new Colleague(account(row), name(row), Set.of()))
                .list();
    }

    /** Under the pseudonym, where there is one. */
    List<Colleague> publicNames(Collection<AccountId> accounts) {
        return jdbc.sql("select id, name, pseudonym from people.account where id = any(:ids)")
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, _) -> shownToOthers(row))
                .list();
    }

    /** Those who have a pseudonym or work somewhere, and not both. */
    List<Colleague> namedOnce(Collection<AccountId> accounts) {
        return jdbc.sql(
                        """
                        select id, name, pseudonym from people.account a
                         where id = any(:ids)
                           and (pseudonym is null)
                               = exists (select from people.membership where account = a.id)
                        """)
                .param("ids", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, _) -> shownToOthers(row))
                .list();
    }

    private Colleague shownToOthers(ResultSet row) throws SQLException {
        String pseudonym = pseudonym(row);
        return new Colleague(account(row), pseudonym.isEmpty() ? name(row) : pseudonym, Set.of());
    }

    void join(AccountId account, OrganisationId organisation, Set<Role> roles, Instant since) {
        jdbc.sql(
                        """
                        insert into people.membership (account, organisation, roles, since)
                        values (:account, :organisation, :roles, :since)
                        on conflict (account, organisation) do update set roles = excluded.roles
                        """)
                .param("account", account.value())
                .param("organisation", organisation.value())
                .param("roles", names(roles))
                .param("since", Timestamp.from(since))
                .update();
    }

    boolean changeRoles(AccountId account, OrganisationId organisation, Set<Role> roles) {
        return jdbc.sql(
                                """
                                update people.membership set roles = :roles
                                where account = :account and organisation = :organisation
                                """)
                        .param("roles", names(roles))
                        .param("account", account.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    boolean leave(AccountId account, OrganisationId organisation) {
        return jdbc.sql(
                                """
                                delete from people.membership
                                where account = :account and organisation = :organisation
                                """)
                        .param("account", account.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    /** In another organisation, as a member of the public, or for the whole platform. */
    boolean isMemberElsewhere(AccountId account, OrganisationId here) {
        return jdbc.sql(
                        """
                        select exists (
                            select from people.membership
                            where account = :account and organisation <> :here)
                        or exists (
                            select from people.account
                            where id = :account and pseudonym is not null)
                        or exists (
                            select from people.operator where account = :account)
                        """)
                .param("account", account.value())
                .param("here", here.value())
                .query(Boolean.class)
                .single();
    }

    /** Makes the changes to an organisation's people wait for each other until the commit. */
    void lock(OrganisationId organisation) {
        jdbc.sql("select 1 from people.organisation where id = :id for update")
                .param("id", organisation.value())
                .query(Integer.class)
                .single();
    }

    private static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getObject("id", UUID.class));
    }

    private String name(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("name");
        return sealed == null
                ? row.getString("pseudonym")
                : key.openText(sealed, "account.name " + account(row));
    }

    private String email(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("email");
        return sealed == null ? "" : key.openText(sealed, "account.email " + account(row));
    }

    static String[] names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toArray(String[]::new);
    }

    static Set<Role> roles(ResultSet row) throws SQLException {
        Array kept = row.getArray("roles");
        var roles = EnumSet.noneOf(Role.class);
        for (Object name : (Object[]) kept.getArray()) {
            roles.add(Role.valueOf((String) name));
        }
        return roles;
    }

    /** All that an account holds, in the clear, for the person themselves. */
    record Own(
            String name,
            String pseudonym,
            String email,
            String phone,
            String language,
            Instant made,
            List<Joined> organisations,
            String operatorSince) {}

    /** An organisation of theirs, and what they are in it. */
    record Joined(String organisation, List<String> roles, List<String> teams) {}

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    Own own(AccountId account) {
        List<Joined> organisations =
                jdbc.sql(
                                """
                                select o.name, m.roles, array(
                                    select t.name
                                    from people.team_member i join people.team t on t.id = i.team
                                    where i.account = m.account
                                      and i.organisation = m.organisation order by t.name) as teams
                                from people.membership m
                                join people.organisation o on o.id = m.organisation
                                where m.account = :account order by o.name
                                """)
                        .param("account", account.value())
                        .query(
                                (row, _) ->
                                        new Joined(
                                                row.getString("name"),
                                                texts(row, "roles"),
                                                texts(row, "teams")))
                        .list();
        return jdbc.sql(
                        """
                        select a.*, o.since as operator_since
                        from people.account a left join people.operator o on o.account = a.id
                        where a.id = :account
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new Own(
                                        opened(row, "name", account),
                                        pseudonym(row),
                                        opened(row, "email", account),
                                        opened(row, "phone", account),
                                        row.getString("language"),
                                        row.getTimestamp("made").toInstant(),
                                        organisations,
                                        row.getTimestamp("operator_since") == null
                                                ? ""
                                                : row.getTimestamp("operator_since")
                                                        .toInstant()
                                                        .toString()))
                .single();
    }

    /**
     * Takes everything personal out of an account and ends its sessions. The row stays, for its id
     * stands in the audit trail and in what was decided.
     */
    void erase(AccountId account) {
        byte[] nothing = new byte[32];
        new SecureRandom().nextBytes(nothing);
        jdbc.sql("delete from people.session where principal_name = :id")
                .param("id", account.toString())
                .update();
        jdbc.sql("delete from people.operator where account = cast(:id as uuid)")
                .param("id", account.toString())
                .update();
        jdbc.sql(
                        """
                        update people.account
                        set email_lookup = :nothing, email = :sealed, phone_lookup = null,
                            phone = null, name = null, password = null, pseudonym = '',
                            pseudonym_likeness = :id
                        where id = cast(:id as uuid)
                        """)
                .param("nothing", nothing)
                .param("sealed", key.seal("", "account.email " + account))
                .param("id", account.toString())
                .update();
    }

    private static String pseudonym(ResultSet row) throws SQLException {
        String pseudonym = row.getString("pseudonym");
        return pseudonym == null ? "" : pseudonym;
    }

    private String opened(ResultSet row, String column, AccountId account) throws SQLException {
        byte[] sealed = row.getBytes(column);
        return sealed == null ? "" : key.openText(sealed, "account." + column + " " + account);
    }
}
