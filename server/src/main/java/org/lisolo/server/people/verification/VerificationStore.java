package org.lisolo.server.people.verification;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.PeopleKey;
import org.lisolo.server.people.ProfessionalOrder;
import org.lisolo.server.people.Vocation;
import org.lisolo.server.people.verification.Verification.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests to be verified; name, workplace and number are sealed. */
@Repository
class VerificationStore {
    private static final String SELECT =
            """
            select v.*, o.name as verifier_name, r.name as order_name, r.checked, r.offered
            from people.verification v
            join people.organisation o on o.id = v.verifier
            left join people.professional_order r on r.code = v.professional_order
            """;

    private final JdbcClient jdbc;
    private final PeopleKey key;

    VerificationStore(JdbcClient jdbc, PeopleKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    /** False where one is open already. */
    boolean add(VerificationId id, AccountId account, Claim claim, String language, Instant asked) {
        return jdbc.sql(
                                """
                                insert into people.verification
                                    (id, account, verifier, state, profession, speciality, name,
                                     workplace, professional_order, order_number, language, asked)
                                values (:id, :account, :verifier, 'ASKED', :profession, :speciality,
                                        :name, :workplace, :order, :number, :language, :asked)
                                on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("account", account.value())
                        .param("verifier", claim.verifier().value())
                        .param("profession", claim.profession().code())
                        .param("speciality", claim.speciality().map(Vocation::code).orElse(null))
                        .param("name", key.seal(claim.name(), "verification.name " + id))
                        .param("workplace", key.seal(claim.workplace(), place("workplace", id)))
                        .param("order", claim.order().map(ProfessionalOrder::code).orElse(null))
                        .param("number", key.seal(claim.orderNumber(), place("order_number", id)))
                        .param("language", language)
                        .param("asked", Timestamp.from(asked))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Verification> of(AccountId account) {
        return jdbc.sql(SELECT + " where v.account = :account order by v.asked desc limit 20")
                .param("account", account.value())
                .query((row, _) -> verification(row))
                .list();
    }

    Optional<Verification> find(VerificationId id) {
        return jdbc.sql(SELECT + " where v.id = :id")
                .param("id", id.value())
                .query((row, _) -> verification(row))
                .optional();
    }

    /** Only one of the organisation that was asked; it waits for who decides at the same moment. */
    Optional<Verification> lock(VerificationId id, OrganisationId verifier) {
        return jdbc.sql(SELECT + " where v.id = :id and v.verifier = :verifier for update of v")
                .param("id", id.value())
                .param("verifier", verifier.value())
                .query((row, _) -> verification(row))
                .optional();
    }

    /** Those of an organisation in these states, oldest first. */
    List<Verification> list(OrganisationId verifier, Collection<State> states, int from, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where v.verifier = :verifier and v.state = any(:states)
                                order by v.asked, v.id offset :from limit :most
                                """)
                .param("verifier", verifier.value())
                .param("states", states.stream().map(State::name).toArray(String[]::new))
                .param("from", from)
                .param("most", most)
                .query((row, _) -> verification(row))
                .list();
    }

    long count(OrganisationId verifier, State state) {
        return jdbc.sql(
                        """
                        select count(*) from people.verification
                        where verifier = :verifier and state = :state
                        """)
                .param("verifier", verifier.value())
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** Those that stand and lapse before then, without a reminder so far. */
    List<Verification> lapsing(Instant now, Instant before) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where v.state = 'VERIFIED' and v.until > :now and v.until < :before
                                and v.reminded is null for update of v skip locked
                                """)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(before))
                .query((row, _) -> verification(row))
                .list();
    }

    void reminded(VerificationId id, Instant at) {
        jdbc.sql("update people.verification set reminded = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id.value())
                .update();
    }

    void move(VerificationId id, State state) {
        jdbc.sql("update people.verification set state = :state where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    /** One that stood before makes room for it. */
    void verify(Verification one, Instant since, Instant until) {
        jdbc.sql(
                        """
                        update people.verification set state = 'RENEWED'
                        where account = :account and state in ('VERIFIED', 'SUSPENDED')
                        """)
                .param("account", one.account().value())
                .update();
        jdbc.sql(
                        """
                        update people.verification
                        set state = 'VERIFIED', since = :since, until = :until where id = :id
                        """)
                .param("since", Timestamp.from(since))
                .param("until", Timestamp.from(until))
                .param("id", one.id().value())
                .update();
    }

    void addStep(
            VerificationId id,
            VerificationStep.Kind kind,
            @Nullable AccountId by,
            Instant at,
            String reason) {
        jdbc.sql(
                        """
                        insert into people.verification_step
                            (verification, number, kind, by_whom, at, reason)
                        select :id, coalesce(max(number), 0) + 1, :kind, :by, :at, :reason
                        from people.verification_step where verification = :id
                        """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("by", by == null ? null : by.value())
                .param("at", Timestamp.from(at))
                .param("reason", key.seal(reason, place("reason", id)))
                .update();
    }

    List<VerificationStep> steps(VerificationId id) {
        return jdbc.sql(
                        """
                        select kind, by_whom, at, reason from people.verification_step
                        where verification = :id order by number
                        """)
                .param("id", id.value())
                .query((row, _) -> step(row, id))
                .list();
    }

    /** A step that somebody took for another's verification. */
    record Review(String kind, Instant at) {}

    List<Review> reviews(AccountId account) {
        return jdbc.sql(
                        """
                        select s.kind, s.at from people.verification_step s
                        join people.verification v on v.id = s.verification
                        where s.by_whom = :account and v.account <> :account order by s.at
                        """)
                .param("account", account.value())
                .query(
                        (row, _) ->
                                new Review(
                                        row.getString("kind"), row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Takes away all that was told and shown, and the badge with it; who decided when stays. */
    void erase(AccountId account) {
        for (Verification one : of(account)) {
            VerificationId id = one.id();
            jdbc.sql("delete from people.verification_document where verification = :id")
                    .param("id", id.value())
                    .update();
            jdbc.sql("update people.verification_step set reason = :empty where verification = :id")
                    .param("empty", key.seal("", place("reason", id)))
                    .param("id", id.value())
                    .update();
            jdbc.sql(
                            """
                            update people.verification
                            set name = :name, workplace = :workplace, order_number = :number,
                                professional_order = null, speciality = null,
                                state = case state when 'ASKED' then 'WITHDRAWN'
                                    when 'VERIFIED' then 'REVOKED'
                                    when 'SUSPENDED' then 'REVOKED' else state end
                            where id = :id
                            """)
                    .param("name", key.seal("", place("name", id)))
                    .param("workplace", key.seal("", place("workplace", id)))
                    .param("number", key.seal("", place("order_number", id)))
                    .param("id", id.value())
                    .update();
        }
    }

    /** The organisations that may be asked, by name. */
    Map<OrganisationId, String> verifiers() {
        Map<OrganisationId, String> verifiers = new LinkedHashMap<>();
        jdbc.sql("select id, name from people.organisation where verifies order by name")
                .query(
                        (row, _) ->
                                Map.entry(
                                        new OrganisationId(row.getObject("id", UUID.class)),
                                        row.getString("name")))
                .list()
                .forEach(one -> verifiers.put(one.getKey(), one.getValue()));
        return verifiers;
    }

    private VerificationStep step(ResultSet row, VerificationId id) throws SQLException {
        UUID by = row.getObject("by_whom", UUID.class);
        return new VerificationStep(
                VerificationStep.Kind.valueOf(row.getString("kind")),
                by == null ? null : new AccountId(by),
                row.getTimestamp("at").toInstant(),
                key.openText(row.getBytes("reason"), place("reason", id)));
    }

    private Verification verification(ResultSet row) throws SQLException {
        var id = new VerificationId(row.getObject("id", UUID.class));
        Timestamp since = row.getTimestamp("since");
        Timestamp until = row.getTimestamp("until");
        return new Verification(
                id,
                new AccountId(row.getObject("account", UUID.class)),
                claim(row, id),
                row.getString("verifier_name"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("asked").toInstant(),
                since == null ? null : since.toInstant(),
                until == null ? null : until.toInstant());
    }

    private Claim claim(ResultSet row, VerificationId id) throws SQLException {
        return new Claim(
                new OrganisationId(row.getObject("verifier", UUID.class)),
                key.openText(row.getBytes("name"), "verification.name " + id),
                Vocation.profession(row.getString("profession")),
                Optional.ofNullable(row.getString("speciality"))
                        .flatMap(code -> Vocation.find(Vocation.Kind.SPECIALITY, code)),
                key.openText(row.getBytes("workplace"), place("workplace", id)),
                order(row),
                key.openText(row.getBytes("order_number"), place("order_number", id)));
    }

    private static Optional<ProfessionalOrder> order(ResultSet row) throws SQLException {
        String code = row.getString("professional_order");
        return code == null
                ? Optional.empty()
                : Optional.of(
                        new ProfessionalOrder(
                                code,
                                row.getString("order_name"),
                                row.getBoolean("checked"),
                                row.getBoolean("offered")));
    }

    private static String place(String column, VerificationId id) {
        return "verification." + column + " " + id;
    }
}
