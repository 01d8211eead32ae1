package org.lisolo.server.people;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One-time links by the hash of their token; one that was used is gone. */
@Repository
class LinkStore {
    static final String OPERATOR = "operator";
    private static final String FIRST = "first administrator";

    private final JdbcClient jdbc;
    private final PeopleKey key;

    LinkStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** Replaces what was printed at an earlier start. */
    void addFirst(byte[] hash, Instant expires) {
        addAlone(jdbc, hash, FIRST, expires);
    }

    /** The only one of its purpose. */
    static void addAlone(JdbcClient jdbc, byte[] hash, String purpose, Instant expires) {
        jdbc.sql("delete from people.link where purpose = :purpose")
                .param("purpose", purpose)
                .update();
        jdbc.sql(
                        "insert into people.link (hash, purpose, expires) values (:hash, :purpose,"
                                + " :expires)")
                .param("hash", hash)
                .param("purpose", purpose)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Replaces an earlier invitation of the same person to the same organisation. */
    void addInvitation(byte[] hash, Link.Invitation invitation) {
        jdbc.sql(
                        """
                        delete from people.link
                        where organisation = :organisation and email_lookup = any(:lookups)
                        """)
                .param("organisation", invitation.organisation().value())
                .param("lookups", invitation.email().lookups(key))
                .update();
        String id = HexFormat.of().formatHex(hash);
        jdbc.sql(
                        """
                        insert into people.link
                            (hash, purpose, organisation, email_lookup, email, name, roles, expires)
                        values (:hash, 'invitation', :organisation, :lookup, :email, :name, :roles, :expires)
                        """)
                .param("hash", hash)
                .param("organisation", invitation.organisation().value())
                .param("lookup", invitation.email().lookup(key))
                .param("email", key.seal(invitation.email().value(), "link.email " + id))
                .param("name", key.seal(invitation.name(), "link.name " + id))
                .param("roles", AccountStore.names(invitation.roles()))
                .param("expires", Timestamp.from(invitation.expires()))
                .update();
    }

    Optional<Link> find(byte[] hash, Instant now) {
        return jdbc.sql("select * from people.link where hash = :hash and expires > :now")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> link(row))
                .optional();
    }

    /** Finds it and uses it up, in one step: of two who try at once, one gets it. */
    Optional<Link> take(byte[] hash, Instant now) {
        return jdbc.sql("delete from people.link where hash = :hash and expires > :now returning *")
                .param("hash", hash)
                .param("now", Timestamp.from(now))
                .query((row, _) -> link(row))
                .optional();
    }

    List<Link.Invitation> invitations(OrganisationId organisation, Instant now) {
        return jdbc.sql(
                        """
                        select * from people.link
                        where organisation = :organisation and expires > :now
                        order by expires desc
                        """)
                .param("organisation", organisation.value())
                .param("now", Timestamp.from(now))
                .query((row, _) -> invitation(row))
                .list();
    }

    /** Of one address, in whichever organisation. */
    List<Link.Invitation> invitations(EmailAddress email) {
        return jdbc.sql("select * from people.link where email_lookup = any(:lookups)")
                .param("lookups", email.lookups(key))
                .query((row, _) -> invitation(row))
                .list();
    }

    void forget(EmailAddress email) {
        jdbc.sql("delete from people.link where email_lookup = any(:lookups)")
                .param("lookups", email.lookups(key))
                .update();
    }

    /** Only the organisation's own; false where there is none. */
    boolean withdraw(byte[] hash, OrganisationId organisation) {
        return jdbc.sql(
                                """
                                delete from people.link
                                where hash = :hash and organisation = :organisation
                                """)
                        .param("hash", hash)
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    void forgetExpired(Instant now) {
        jdbc.sql("delete from people.link where expires <= :now")
                .param("now", Timestamp.from(now))
                .update();
    }

    private Link link(ResultSet row) throws SQLException {
        return switch (row.getString("purpose")) {
            case FIRST -> new Link.FirstAdministrator();
            case OPERATOR -> new Link.Operator();
            default -> invitation(row);
        };
    }

    private Link.Invitation invitation(ResultSet row) throws SQLException {
        String id = HexFormat.of().formatHex(row.getBytes("hash"));
        return new Link.Invitation(
                new OrganisationId(row.getObject("organisation", UUID.class)),
                new EmailAddress(key.openText(row.getBytes("email"), "link.email " + id)),
                key.openText(row.getBytes("name"), "link.name " + id),
                AccountStore.roles(row),
                id,
                row.getTimestamp("expires").toInstant());
    }
}
