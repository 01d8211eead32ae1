package org.lisolo.server.platform.keys;

import org.lisolo.server.platform.Reseals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * After a change of keys: has everything that older ones sealed sealed anew, a few rows at a time,
 * and keeps how much is left. Every node may do it at once; they skip each other's rows.
 */
@Component
public class Resealing {
    private static final Logger log = LoggerFactory.getLogger(Resealing.class);
    private static final int ROWS = 200;

    private final KeysetStore store;
    private final ObjectProvider<Reseals> modules;

    Resealing(KeysetStore store, ObjectProvider<Reseals> modules) {
        this.store = store;
        this.modules = modules;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void look() {
        store.changing().forEach(this::sealAnew);
    }

    /** All of a purpose; nothing is noted of one that no module answers for. */
    public void sealAnew(String purpose) {
        List<Reseals> those = modules.stream().filter(m -> m.purpose().equals(purpose)).toList();
        if (those.isEmpty()) {
            return;
        }
        long done = 0;
        for (Reseals module : those) {
            int some;
            do {
                some = module.reseal(ROWS);
                done += some;
            } while (some > 0);
        }
        long left = those.stream().mapToLong(Reseals::left).sum();
        store.noteLeft(purpose, left);
        if (done > 0) {
            log.info("Sealed anew for {}: {} rows, {} are left.", purpose, done, left);
        }
    }
}
