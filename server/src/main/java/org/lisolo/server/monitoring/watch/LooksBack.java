package org.lisolo.server.monitoring.watch;

import org.lisolo.server.monitoring.past.PastSteps;
import org.lisolo.server.monitoring.rules.Rules;
import org.lisolo.server.platform.Signals;
import org.lisolo.server.platform.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Looks through the past in the background, step by step, leaving the machine to what comes in for
 * as long as each step took. Each kind of look has a thread of its own, so none waits for another.
 */
@Component
class LooksBack implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LooksBack.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final List<Look> looks;
    private final Signals signals;
    private volatile boolean running;
    private Subscription subscription = () -> {};

    LooksBack(List<PastSteps> steps, Signals signals) {
        this.looks = steps.stream().map(Look::new).toList();
        this.signals = signals;
    }

    /** One kind of look. */
    private final class Look {
        private final PastSteps steps;
        private final Semaphore news = new Semaphore(0);
        private Thread thread = Thread.ofVirtual().unstarted(() -> {});

        Look(PastSteps steps) {
            this.steps = steps;
        }

        void start() {
            thread = Thread.ofVirtual().name("looks-back").start(this::run);
        }

        private void run() {
            try {
                while (running) {
                    try {
                        long began = System.nanoTime();
                        Duration pause =
                                steps.step()
                                        ? Duration.ofNanos(System.nanoTime() - began)
                                        : LOOK_AT_LEAST_EVERY;
                        await(pause);
                    } catch (RuntimeException e) {
                        if (running) {
                            log.warn(
                                    "looking through the past stumbled and will try again: {}",
                                    e.getClass().getName());
                            Thread.sleep(AFTER_A_FAILURE);
                        }
                    }
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private void await(Duration pause) throws InterruptedException {
            if (news.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        }

        void join() {
            news.release();
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void start() {
        running = true;
        subscription =
                signals.listen(Rules.CHANGED, _ -> looks.forEach(look -> look.news.release()));
        looks.forEach(Look::start);
    }

    @Override
    public void stop() {
        running = false;
        subscription.close();
        looks.forEach(Look::join);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
