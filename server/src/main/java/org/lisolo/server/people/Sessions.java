package org.lisolo.server.people;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The sessions that people have open, on any node. */
@Component
class Sessions {
    private static final int ID_BYTES = 16;

    private final JdbcClient jdbc;
    private final ObjectProvider<FindByIndexNameSessionRepository<?>> repository;

    Sessions(JdbcClient jdbc, ObjectProvider<FindByIndexNameSessionRepository<?>> repository) {
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

    /** Ends that one of theirs; what is not theirs or not there is left alone. */
    void end(AccountId account, String device) {
        open(account).keySet().stream()
                .filter(id -> name(id).equals(device))
                .forEach(
                        id ->
                                jdbc.sql("delete from people.session where session_id = :id")
                                        .param("id", id)
                                        .update());
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
