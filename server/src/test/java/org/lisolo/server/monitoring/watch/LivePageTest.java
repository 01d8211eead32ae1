package org.lisolo.server.monitoring.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(20)
class LivePageTest {
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicBoolean session = new AtomicBoolean(true);
    private volatile boolean readerGone;

    private final SseEmitter emitter =
            new SseEmitter(0L) {
                @Override
                public void send(SseEventBuilder event) throws IOException {
                    if (readerGone) {
                        throw new IOException("gone");
                    }
                    var text = new StringBuilder();
                    event.build().forEach(part -> text.append(part.getData()));
                    sent.add(text.toString());
                }
            };

    @Test
    void saysThePositionOnceForManyAlerts() throws Exception {
        LivePage page = page(Duration.ofSeconds(30));
        for (int position = 11; position <= 50; position++) {
            page.tell(position);
        }
        Thread running = Thread.startVirtualThread(page);
        Thread.sleep(400);
        page.close();
        running.join();
        assertThat(sent).filteredOn(event -> event.contains("event:alerts")).hasSize(1);
        assertThat(sent).anyMatch(event -> event.contains("id:50") && event.contains("data:50"));
    }

    @Test
    void saysNothingOfWhatThePageShowsAlready() throws Exception {
        LivePage page = page(Duration.ofSeconds(30));
        page.tell(10);
        Thread running = Thread.startVirtualThread(page);
        Thread.sleep(200);
        page.close();
        running.join();
        assertThat(sent).noneMatch(event -> event.contains("event:alerts"));
    }

    @Test
    void endsWithTheSession() throws Exception {
        Thread running = Thread.startVirtualThread(page(Duration.ofMillis(30)));
        Thread.sleep(200);
        assertThat(sent).anyMatch(event -> event.contains(":still here"));
        session.set(false);
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void endsWhenTheReaderHasGone() throws Exception {
        Thread running = Thread.startVirtualThread(page(Duration.ofMillis(30)));
        readerGone = true;
        assertThat(running.join(Duration.ofSeconds(10))).isTrue();
    }

    private LivePage page(Duration heartbeat) {
        return new LivePage(emitter, 10, heartbeat, session::get);
    }
}
