package org.lisolo.server.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The sessions that people have open, on any node. */
@Component
class Sessions {
    private static final int ID_BYTES = 16;

    private final JdbcClient jdbc;
    private final SignInTrail trail;
    private final ObjectProvider<FindByIndexNameSessionRepository<?>> repository;

    Sessions(
            JdbcClient jdbc,
            SignInTrail trail,
            ObjectProvider<FindByIndexNameSessionRepository<?>> repository) {
        this.trail = trail;
        this.jdbc = jdbc;
        this.repository = repository;
    }

    void end(AccountId account) {
        endOthers(account, "");
    }

    void endOthers(AccountId account, String kept) {
        jdbc.sql("delete from people.session where principal_name = :who and session_id <> :kept")
                .param("who", account.toString())
                .param("kept", kept)
                .update();
    }

    /**
     * Where this person is signed in, seen last first.
     *
     * @param current the session that asks, empty for none
     */
    List<Device> devices(AccountId account, String current) {
        return open(account).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> device(session, current))
                .sorted(Comparator.comparing(Device::seen).reversed())
                .toList();
    }

    private static Device device(Session session, String current) {
        String agent = session.getAttribute(Device.ATTRIBUTE);
        return new Device(
                name(session.getId()),
                agent == null ? "" : agent,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(current));
    }

    /** Their own doing. */
    @Transactional
    void endOthersByOwner(AccountId account, String kept) {
        endOthers(account, kept);
        trail.changed("SESSION_ENDED", account);
    }

    /** Ends that one of theirs; what is not theirs or not there is left alone. */
    @Transactional
    void endByOwner(AccountId account, String device) {
        open(account).keySet().stream()
                .filter(id -> name(id).equals(device))
                .forEach(
                        id ->
                                jdbc.sql("delete from people.session where session_id = :id")
                                        .param("id", id)
                                        .update());
        trail.changed("SESSION_ENDED", account);
    }

    /** Tells the trail of those that ended because nobody came back. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    @Transactional
    void tellExpired() {
        List<String> accounts =
                jdbc.sql(
                                """
                                delete from people.expired_session where id in (
                                    select id from people.expired_session
                                    order by id limit 500 for update skip locked)
                                returning account
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();
        accounts.forEach(
                account ->
                        trail.happened(
                                "SESSION_EXPIRED", new AccountId(UUID.fromString(account)), ""));
    }

    /** By id; none where the server was started for a task, without its pages. */
    private Map<String, ? extends Session> open(AccountId account) {
        FindByIndexNameSessionRepository<?> sessions = repository.getIfAvailable();
        return sessions == null ? Map.of() : sessions.findByPrincipalName(account.toString());
    }

    private static String name(String sessionId) {
        return HexFormat.of().formatHex(Invitations.hash(sessionId), 0, ID_BYTES);
    }
}
