package org.lisolo.server.monitoring.watch;

import org.lisolo.server.monitoring.alerts.AlertStore;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Subscription;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The open pages of this node, woken by the signal that the screening sends with its commit. */
@Component
class LiveAlerts implements SmartLifecycle {
    /** Of one organisation on one node; each holds a connection open. */
    static final int MOST_PAGES = 1_000;

    private final AlertStore store;
    private final Signals signals;
    private final ObjectProvider<SessionRepository<?>> sessions;
    private final Duration heartbeat;
    private final Map<OrganisationId, Set<LivePage>> pages = new ConcurrentHashMap<>();
    private volatile Subscription subscription = () -> {};
    private volatile boolean running;

    /**
     * Without any page yet.
     *
     * @param heartbeat how often an idle page hears something, so that a proxy keeps the connection
     *     and the end of a session is noticed
     */
    LiveAlerts(
            AlertStore store,
            Signals signals,
            ObjectProvider<SessionRepository<?>> sessions,
            @Value("${lisolo.live.heartbeat:15s}") Duration heartbeat) {
        this.store = store;
        this.signals = signals;
        this.sessions = sessions;
        this.heartbeat = heartbeat;
    }

    /**
     * Keeps a connection open on which the page hears of alerts.
     *
     * @param seen the newest position that the page shows
     */
    SseEmitter open(OrganisationId organisation, String sessionId, long seen) {
        SseEmitter emitter = new SseEmitter(0L);
        Set<LivePage> open =
                pages.computeIfAbsent(organisation, _ -> ConcurrentHashMap.newKeySet());
        if (!running || open.size() >= MOST_PAGES) {
            throw Problem.of(Problem.Kind.TOO_MANY, "monitoring.alerts.live.toomany");
        }
        LivePage page =
                new LivePage(
                        emitter,
                        seen,
                        heartbeat,
                        () -> running && sessions.getObject().findById(sessionId) != null);
        open.add(page);
        emitter.onCompletion(page::close);
        emitter.onTimeout(page::close);
        emitter.onError(_ -> page.close());
        Thread.startVirtualThread(
                () -> {
                    try {
                        page.run();
                    } finally {
                        open.remove(page);
                    }
                });
        page.tell(store.newest(organisation));
        return emitter;
    }

    private void heard(String payload) {
        int space = payload.indexOf(' ');
        if (space < 0) {
            Thread.startVirtualThread(this::lookAgain);
            return;
        }
        var organisation = new OrganisationId(UUID.fromString(payload.substring(0, space)));
        long position = Long.parseLong(payload.substring(space + 1));
        pages.getOrDefault(organisation, Set.of()).forEach(page -> page.tell(position));
    }

    /** After an outage of the signals, in which some may have been missed. */
    private void lookAgain() {
        pages.forEach(
                (organisation, open) -> {
                    if (!open.isEmpty()) {
                        long newest = store.newest(organisation);
                        open.forEach(page -> page.tell(newest));
                    }
                });
    }

    @Override
    public void start() {
        running = true;
        subscription = signals.listen(Screening.RAISED, this::heard);
    }

    /** Before the web server's own stop, which would wait for the open connections. */
    @Override
    public void stop() {
        running = false;
        subscription.close();
        List.copyOf(pages.values()).forEach(open -> open.forEach(LivePage::close));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
