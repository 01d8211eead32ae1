package org.lisolo.server.message;

import org.lisolo.server.evidence.LogListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs every {@link Follower} on a thread of its own, woken when the log has grown. */
@Service
class Followers implements SmartLifecycle, LogListener {
    private static final Logger log = LoggerFactory.getLogger(Followers.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final List<Runner> runners;
    private volatile boolean running;

    Followers(List<Follower> followers, FollowerSteps steps) {
        this.runners = followers.stream().map(follower -> new Runner(follower, steps)).toList();
    }

    @Override
    public void grown(long size) {
        runners.forEach(Runner::wake);
    }

    @Override
    public void start() {
        running = true;
        runners.forEach(Runner::start);
    }

    @Override
    public void stop() {
        running = false;
        runners.forEach(Runner::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private final class Runner {
        private final Follower follower;
        private final FollowerSteps steps;
        private final Semaphore news = new Semaphore(1);
        private final List<Thread> threads = new ArrayList<>();

        Runner(Follower follower, FollowerSteps steps) {
            this.follower = follower;
            this.steps = steps;
        }

        void wake() {
            if (news.availablePermits() == 0) {
                news.release();
            }
        }

        void start() {
            steps.register(follower);
            threads.add(
                    Thread.ofPlatform().name("follower-" + follower.name()).start(this::follow));
        }

        void stop() {
            wake();
            for (Thread thread : threads) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            threads.clear();
        }

        private void follow() {
            while (running) {
                try {
                    while (running && steps.step(follower)) {
                        // as long as there is more to read
                    }
                    await(LOOK_AT_LEAST_EVERY);
                } catch (RuntimeException e) {
                    log.warn(
                            "follower {} stumbled and will try again: {}",
                            follower.name(),
                            e.getClass().getName());
                    await(AFTER_A_FAILURE);
                }
            }
        }

        private void await(Duration atMost) {
            try {
                if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                running = false;
            }
        }
    }
}
