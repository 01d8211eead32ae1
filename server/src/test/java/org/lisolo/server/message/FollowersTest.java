package org.lisolo.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.testing.Said;
import org.lisolo.server.testing.ServerTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

@ServerTest
class FollowersTest {
    @Autowired private Inbox inbox;
    @Autowired private FollowerSteps steps;
    @Autowired private JdbcClient jdbc;

    private final List<String> heard = new ArrayList<>();

    @Test
    void readTheLogInOrderWithoutGapsOrRepeats() throws Exception {
        Said said = Said.somewhere();
        List<String> texts = accept(said, 50);
        Listener listener = new Listener(said, EnumSet.of(Visibility.PUBLIC));
        until(() -> follow(listener) && heard.size() == 50);
        assertThat(heard).containsExactlyElementsOf(texts);
        follow(listener);
        assertThat(heard).hasSize(50);
    }

    @Test
    void repeatTheBatchThatFailedAndNothingElse() throws Exception {
        Said said = Said.somewhere();
        List<String> texts = accept(said, 10);
        Listener listener = new Listener(said, EnumSet.of(Visibility.PUBLIC));
        listener.failAfter = 1;
        until(() -> follow(listener) && heard.size() >= 10);
        // the failed batch left no trace, and each event came once afterwards
        assertThat(heard).containsExactlyElementsOf(texts);
    }

    @Test
    void setAnEventAsideThatFailsAlone() throws Exception {
        Said said = Said.somewhere();
        inbox.accept(
                List.of(
                        said.text("bon").arrival(),
                        said.next("poison").arrival(),
                        said.next("encore bon").arrival()));
        Listener listener = new Listener(said, EnumSet.of(Visibility.PUBLIC));
        listener.poison = "poison";
        until(() -> follow(listener) && heard.contains("encore bon"));
        assertThat(heard).containsExactly("bon", "encore bon");
        assertThat(
                        jdbc.sql("select failure from message.skipped where follower = ?")
                                .param(listener.name())
                                .query(String.class)
                                .list())
                .containsExactly(IllegalStateException.class.getName());
    }

    @Test
    void areHandedTheirClassesOnly() throws Exception {
        Said said = Said.somewhere();
        inbox.accept(
                List.of(said.within().text("entre nous").arrival(), said.next("à tous").arrival()));
        Listener listener = new Listener(said, EnumSet.of(Visibility.PUBLIC));
        until(() -> follow(listener) && !heard.isEmpty());
        assertThat(heard).containsExactly("à tous");
    }

    private List<String> accept(Said said, int count) {
        List<String> texts = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add("n° " + i);
            arrivals.add(said.next("n° " + i).arrival());
        }
        inbox.accept(arrivals);
        return texts;
    }

    private boolean follow(Listener listener) {
        steps.register(listener);
        while (steps.step(listener)) {
            // to the log's end
        }
        return true;
    }

    private static void until(BooleanSupplier reached) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).as("the log has grown").isBefore(deadline);
            Thread.sleep(20);
        }
    }

    /** Hears one channel; what it writes is in memory, so a failure must take it back itself. */
    private final class Listener implements Follower {
        private final String name = "test." + UUID.randomUUID();
        private final Said said;
        private final Set<Visibility> classes;
        private int failAfter = Integer.MAX_VALUE;
        private String poison = "";

        Listener(Said said, Set<Visibility> classes) {
            this.said = said;
            this.classes = classes;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<Visibility> visibilities() {
            return classes;
        }

        @Override
        public void follow(List<LoggedEvent> events) {
            List<String> taken = new ArrayList<>();
            for (LoggedEvent logged : events) {
                if (!logged.event().channel().equals(said.channel())) {
                    continue;
                }
                if (taken.size() == failAfter) {
                    failAfter = Integer.MAX_VALUE;
                    throw new IllegalStateException("stumbled");
                }
                if (logged.event().text().equals(poison)) {
                    throw new IllegalStateException("cannot take this one");
                }
                taken.add(logged.event().text());
            }
            heard.addAll(taken);
        }
    }
}
