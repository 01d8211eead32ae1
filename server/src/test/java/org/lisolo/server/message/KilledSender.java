package org.lisolo.server.message;

import org.lisolo.server.ServerApplication;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Signals;
import org.springframework.boot.builder.SpringApplicationBuilder;

import java.time.Instant;
import java.util.Arrays;

/** Another node on the same database, in a process of its own that a test can kill. */
final class KilledSender {
    private KilledSender() {}

    /**
     * Takes out what is due.
     *
     * @param args the time that it takes it to be, and settings
     */
    public static void main(String[] args) throws InterruptedException {
        var server =
                new SpringApplicationBuilder(ServerApplication.class)
                        .run(Arrays.copyOfRange(args, 1, args.length));
        new OutboxRounds(
                        server.getBean(OutboxStore.class),
                        server.getBean(Carries.class),
                        server.getBean(Inbox.class),
                        server.getBean(Signals.class),
                        server.getBean(Ids.class),
                        new HandClock(Instant.parse(args[0])))
                .takeOut();
    }
}
