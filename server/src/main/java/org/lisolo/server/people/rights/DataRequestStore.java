package org.lisolo.server.people.rights;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.rights.DataRequest.Asker;
import org.lisolo.server.people.rights.DataRequest.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests at rest; what is personal in them is sealed. */
@Repository
class DataRequestStore {
    private static final String SEPARATOR = "\0";

    private final JdbcClient jdbc;
    private final PeopleKey key;

    DataRequestStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** The organisations that a request may go to, by name. */
    List<Addressee> addressees() {
        return jdbc.sql("select id, name from people.organisation order by name, id")
                .query(
                        (row, _) ->
                                new Addressee(
                                        new OrganisationId(row.getObject("id", UUID.class)),
                                        row.getString("name")))
                .list();
    }

    /**
     * Keeps a new one.
     *
     * @param code by which its contact is confirmed, where that must be
     * @param network from which it came
     */
    void add(DataRequest request, Optional<String> code, String network) {
        Asker asker = request.asker();
        String written = String.join(SEPARATOR, asker.name(), asker.contact(), asker.words());
        jdbc.sql(
                        """
                        insert into people.data_request (id, organisation, kind, origin, state,
                            account, language, sealed, asked, due, code, origin_lookup)
                        values (:id, :organisation, :kind, :origin, :state, :account, :language,
                            :sealed, :asked, :due, :code, :network)
                        """)
                .param("id", request.id())
                .param("organisation", request.organisation().value())
                .param("kind", request.kind().name())
                .param("origin", request.origin().name())
                .param("state", request.state().name())
                .param("account", request.account().map(AccountId::value).orElse(null))
                .param("language", request.language())
                .param("sealed", key.seal(written, place(request.id())))
                .param("asked", utc(request.asked()))
                .param("due", utc(request.due()))
                .param("code", code.map(digits -> hash(request.id(), digits)).orElse(null))
                .param("network", network.isEmpty() ? null : key.lookup(network, "rights.origin"))
                .update();
    }

    private byte[] hash(UUID id, String code) {
        return key.lookup(code, "rights.code " + id);
    }

    boolean isRight(UUID id, byte[] kept, String code) {
        boolean right = false;
        for (byte[] shown : key.lookups(code, "rights.code " + id)) {
            right |= MessageDigest.isEqual(shown, kept);
        }
        return right;
    }

    int askedFrom(String network, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from people.data_request
                        where origin_lookup = any(:networks) and asked > :since
                        """)
                .param("networks", key.lookups(network, "rights.origin"))
                .param("since", utc(since))
                .query(Integer.class)
                .single();
    }

    /** Counts a try, and answers the code's hash while tries are left. */
    Optional<byte[]> tryOnce(UUID id, int most, Instant since) {
        return jdbc.sql(
                        """
                        update people.data_request set tries = tries + 1
                        where id = :id and state = 'UNCONFIRMED' and tries < :most
                          and asked > :since
                        returning code
                        """)
                .param("id", id)
                .param("most", most)
                .param("since", utc(since))
                .query((row, _) -> row.getBytes("code"))
                .optional();
    }

    boolean confirm(UUID id) {
        return jdbc.sql(
                                """
                                update people.data_request
                                set state = 'OPEN', code = null, origin_lookup = null
                                where id = :id and state = 'UNCONFIRMED'
                                """)
                        .param("id", id)
                        .update()
                == 1;
    }

    void forgetUnconfirmed(Instant before) {
        jdbc.sql(
                        """
                        delete from people.data_request
                        where state = 'UNCONFIRMED' and asked < :before
                        """)
                .param("before", utc(before))
                .update();
    }

    Optional<DataRequest> find(OrganisationId organisation, UUID id) {
        return jdbc.sql(
                        """
                        select * from people.data_request
                        where id = :id and organisation = :o and state <> 'UNCONFIRMED'
                        """)
                .param("id", id)
                .param("o", organisation.value())
                .query((row, _) -> request(row))
                .optional();
    }

    /** What an organisation has not been reminded of, and the day of the answer comes near. */
    private static final String AHEAD =
            "state = 'OPEN' and reminded_ahead is null and reminded is null and due <= :until";

    /** The day has come, as the organisation counts days. */
    private static final String ON_THE_DAY =
            """
            state = 'OPEN' and reminded is null
            and (due at time zone o.zone)::date
                <= (cast(:now as timestamptz) at time zone o.zone)::date
            """;

    List<OrganisationId> withUnreminded(Instant now, Instant until) {
        return jdbc.sql(
                        """
                        select distinct o.id from people.data_request r
                        join people.organisation o on o.id = r.organisation
                        where (%s) or (%s)
                        """
                                .formatted(AHEAD, ON_THE_DAY))
                .param("now", utc(now))
                .param("until", utc(until))
                .query((row, _) -> new OrganisationId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Notes the reminder of the day; when those are due of which it is to be given. */
    List<Instant> remindOnTheDay(OrganisationId organisation, Instant now) {
        return jdbc.sql(
                        """
                        update people.data_request r set reminded = :now
                        from people.organisation o
                        where o.id = r.organisation and o.id = :o and %s
                        returning due
                        """
                                .formatted(ON_THE_DAY))
                .param("now", utc(now))
                .param("o", organisation.value())
                .query(DataRequestStore::due)
                .list();
    }

    /** Notes the reminder ahead; when those are due of which it is to be given. */
    List<Instant> remindAhead(OrganisationId organisation, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        update people.data_request set reminded_ahead = :now
                        where organisation = :o and %s
                        returning due
                        """
                                .formatted(AHEAD))
                .param("now", utc(now))
                .param("until", utc(until))
                .param("o", organisation.value())
                .query(DataRequestStore::due)
                .list();
    }

    private static Instant due(ResultSet row, int number) throws SQLException {
        return row.getObject("due", OffsetDateTime.class).toInstant();
    }

    /** The open ones by their due date, or those that were answered, the newest first. */
    List<DataRequest> list(OrganisationId organisation, boolean open, int from, int limit) {
        return jdbc.sql(
                        """
                        select * from people.data_request
                        where organisation = :o and (state = 'OPEN') = :open
                          and state <> 'UNCONFIRMED'
                        order by case when :open then due end, id desc
                        offset :from limit :limit
                        """)
                .param("o", organisation.value())
                .param("open", open)
                .param("from", from)
                .param("limit", limit)
                .query((row, _) -> request(row))
                .list();
    }

    List<DataRequest> of(AccountId account) {
        return jdbc.sql(
                        """
                        select * from people.data_request where account = :account
                        order by id desc limit 100
                        """)
                .param("account", account.value())
                .query((row, _) -> request(row))
                .list();
    }

    /** Whether it was still open. */
    boolean decide(UUID id, State state, DataRequest.Decision decision) {
        return jdbc.sql(
                                """
                                update people.data_request
                                set state = :state, decided_by = :by, decided_at = :at,
                                    answer = :answer
                                where id = :id and state = 'OPEN'
                                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("by", decision.by().value())
                        .param("at", utc(decision.at()))
                        .param("answer", key.seal(decision.answer(), place(id) + " answer"))
                        .update()
                == 1;
    }

    boolean isStaff(AccountId account) {
        return jdbc.sql("select exists (select from people.membership where account = :a)")
                .param("a", account.value())
                .query(Boolean.class)
                .single();
    }

    private static String place(UUID id) {
        return "rights.request " + id;
    }

    private DataRequest request(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String[] parts = key.openText(row.getBytes("sealed"), place(id)).split(SEPARATOR, 3);
        @Nullable UUID account = row.getObject("account", UUID.class);
        return new DataRequest(
                id,
                new OrganisationId(row.getObject("organisation", UUID.class)),
                DataRequest.Kind.valueOf(row.getString("kind")),
                DataRequest.Origin.valueOf(row.getString("origin")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(account).map(AccountId::new),
                row.getString("language"),
                new Asker(parts[0], parts[1], parts[2]),
                row.getObject("asked", OffsetDateTime.class).toInstant(),
                row.getObject("due", OffsetDateTime.class).toInstant(),
                decision(row, id));
    }

    private Optional<DataRequest.Decision> decision(ResultSet row, UUID id) throws SQLException {
        byte[] answer = row.getBytes("answer");
        return answer == null
                ? Optional.empty()
                : Optional.of(
                        new DataRequest.Decision(
                                new AccountId(row.getObject("decided_by", UUID.class)),
                                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                                key.openText(answer, place(id) + " answer")));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
