package org.lisolo.server.evidence;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Subscription;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Passes on to this node's listeners that some node's sequencer made the log grow. */
final class GrowthSignals implements SmartLifecycle {
    static final String CHANNEL = "log";

    private final Signals signals;
    private final Log log;
    private final ObjectProvider<LogListener> listeners;
    private @Nullable Subscription subscription;

    GrowthSignals(Signals signals, Log log, ObjectProvider<LogListener> listeners) {
        this.signals = signals;
        this.log = log;
        this.listeners = listeners;
    }

    @Override
    public synchronized void start() {
        subscription = signals.listen(CHANNEL, this::heard);
    }

    private void heard(String size) {
        // empty after an outage: look how far it went meanwhile
        long grown = size.isEmpty() ? log.size() : Long.parseLong(size);
        listeners.forEach(listener -> listener.grown(grown));
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return subscription != null;
    }
}
