package org.lisolo.server.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/**
 * New ids: UUID version 7 (RFC 9562, section 5.7). Each is greater than every one that {@link
 * #next} had returned before it was called, compared as PostgreSQL compares them (unsigned bytes),
 * even if the clock is set back. Safe for use by many threads.
 */
public final class Ids {
    private final TimeBasedEpochGenerator generator;

    /**
     * @param random where the ids' 74 random bits come from; secure if ids must not be guessed
     */
    public Ids(InstantSource time, Random random) {
        generator = Generators.timeBasedEpochGenerator(random, new NeverBack(time));
    }

    /**
     * Synchronized so that time is read and used in one step; the generator alone does not promise
     * it.
     */
    public synchronized UUID next() {
        return generator.generate();
    }

    private static final class NeverBack extends UUIDClock {
        private final InstantSource time;
        private long latest;

        NeverBack(InstantSource time) {
            this.time = time;
        }

        @Override
        public long currentTimeMillis() {
            latest = Math.max(latest, time.millis());
            return latest;
        }
    }
}
