package org.lisolo.server.monitoring.watch;

import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * One open page that wants to hear of new alerts. It is told the newest alert's position and
 * nothing else: the page then asks for what is new with its own session and filters, so no words go
 * where the right to read them is not checked. Many alerts at once are one word.
 */
final class LivePage implements Runnable {
    /** Between two words to one page, however much comes in. */
    private static final Duration BREATH = Duration.ofMillis(150);

    private static final long RETRY_MILLIS = 2_000;

    private final SseEmitter emitter;
    private final BooleanSupplier mayStay;
    private final Duration heartbeat;
    private final AtomicLong newest;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean closed;

    /**
     * A page that was just opened.
     *
     * @param seen the newest position that the page shows
     * @param mayStay asked at each heartbeat: whether the session still lives
     */
    LivePage(SseEmitter emitter, long seen, Duration heartbeat, BooleanSupplier mayStay) {
        this.emitter = emitter;
        this.newest = new AtomicLong(seen);
        this.heartbeat = heartbeat;
        this.mayStay = mayStay;
    }

    void tell(long position) {
        if (newest.getAndAccumulate(position, Math::max) < position) {
            news.release();
        }
    }

    void close() {
        closed = true;
        news.release();
    }

    /** Until the page is closed, the session ends, or the reader is gone. */
    @Override
    public void run() {
        try {
            emitter.send(SseEmitter.event().reconnectTime(RETRY_MILLIS).comment("open"));
            long checked = System.nanoTime();
            while (!closed) {
                boolean something = news.tryAcquire(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (System.nanoTime() - checked >= heartbeat.toNanos()) {
                    checked = System.nanoTime();
                    closed |= !mayStay.getAsBoolean();
                }
                if (!closed) {
                    say(something);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException _) {
            // the reader has gone; their browser comes back by itself if it wants to
            emitter.complete();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            emitter.complete();
        }
    }

    private void say(boolean something) throws IOException, InterruptedException {
        if (something) {
            news.drainPermits();
            String position = Long.toString(newest.get());
            emitter.send(SseEmitter.event().id(position).name("alerts").data(position));
            Thread.sleep(BREATH);
        } else {
            emitter.send(SseEmitter.event().comment("still here"));
        }
    }
}
