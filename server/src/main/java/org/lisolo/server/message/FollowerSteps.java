package org.lisolo.server.message;

import org.lisolo.ledger.LeafKind;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.evidence.LogEntry;
import org.lisolo.server.platform.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One step of a follower: the next entries, what it makes of them, and its cursor, together. */
@Component
class FollowerSteps {
    private static final Logger logger = LoggerFactory.getLogger(FollowerSteps.class);
    private static final int ENTRIES_A_STEP = 2_000;

    private final Log log;
    private final MessageStore messages;
    private final CursorStore cursors;
    private final ErasureLock lock;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowerSteps(
            Log log,
            MessageStore messages,
            CursorStore cursors,
            ErasureLock lock,
            TransactionTemplate transaction,
            Clock clock) {
        this.log = log;
        this.messages = messages;
        this.cursors = cursors;
        this.lock = lock;
        this.transaction = transaction;
        this.clock = clock;
    }

    void register(Follower follower) {
        cursors.register(follower.name());
    }

    /**
     * Lets the follower take the next entries.
     *
     * @return whether there may be more to take at once; false also where another node is at it
     */
    boolean step(Follower follower) {
        try {
            return take(follower, ENTRIES_A_STEP);
        } catch (RuntimeException e) {
            if (Outage.is(e)) {
                throw e;
            }
            return takeSingly(follower);
        }
    }

    private boolean take(Follower follower, int limit) {
        Boolean more =
                transaction.execute(
                        status -> {
                            OptionalLong position = cursors.lock(follower.name());
                            if (position.isEmpty()) {
                                return false;
                            }
                            List<LogEntry> entries = log.entries(position.getAsLong(), limit);
                            if (entries.isEmpty()) {
                                return false;
                            }
                            lock.share();
                            List<LoggedEvent> events = load(entries, follower);
                            if (!events.isEmpty()) {
                                follower.follow(events);
                            }
                            cursors.move(follower.name(), entries.getLast().position());
                            return entries.size() == limit;
                        });
        return Boolean.TRUE.equals(more);
    }

    /** After a batch has failed: each event alone, so that one does not hold up the others. */
    private boolean takeSingly(Follower follower) {
        for (int i = 0; i < ENTRIES_A_STEP; i++) {
            try {
                if (!take(follower, 1)) {
                    return false;
                }
            } catch (RuntimeException e) {
                if (Outage.is(e)) {
                    throw e;
                }
                setAside(follower, e);
            }
        }
        return true;
    }

    private void setAside(Follower follower, RuntimeException failure) {
        transaction.executeWithoutResult(
                status -> {
                    OptionalLong position = cursors.lock(follower.name());
                    if (position.isEmpty()) {
                        return;
                    }
                    Optional<LogEntry> next =
                            log.entries(position.getAsLong(), 1).stream().findFirst();
                    next.ifPresent(
                            entry -> {
                                // the class only: a message of an exception may hold a text
                                String name = failure.getClass().getName();
                                cursors.setAside(follower.name(), entry, name, clock.instant());
                                cursors.move(follower.name(), entry.position());
                                logger.error(
                                        "follower {} could not take entry {}: {}",
                                        follower.name(),
                                        entry.position(),
                                        name);
                            });
                });
    }

    private List<LoggedEvent> load(List<LogEntry> entries, Follower follower) {
        List<UUID> ids =
                entries.stream()
                        .filter(entry -> entry.kind() == LeafKind.EVENT)
                        .map(LogEntry::id)
                        .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, MessageEvent> events =
                messages.events(ids, follower.visibilities()).stream()
                        .collect(Collectors.toMap(e -> e.id().value(), Function.identity()));
        List<LoggedEvent> loaded = new ArrayList<>(events.size());
        for (LogEntry entry : entries) {
            MessageEvent event = events.get(entry.id());
            if (event != null) {
                loaded.add(new LoggedEvent(entry.position(), event));
            }
        }
        return loaded;
    }
}
