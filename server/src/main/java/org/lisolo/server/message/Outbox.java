package org.lisolo.server.message;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Signals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The one way out. What it takes has passed the gate; it is kept with the caller's transaction and
 * leaves soon after its commit, on each channel in the order in which it came. What the network did
 * not take is tried again later and later, and in the end waits for a person. Thread-safe.
 */
@Service
public class Outbox {
    static final String QUEUED = "outbox";

    private final OutboxStore store;
    private final Signals signals;
    private final Ids ids;
    private final Clock clock;

    Outbox(OutboxStore store, Signals signals, Ids ids, Clock clock) {
        this.store = store;
        this.signals = signals;
        this.ids = ids;
        this.clock = clock;
    }

    /** Sends it, and gives the id under which its fate is told. */
    @Transactional
    public UUID send(Cleared cleared) {
        UUID id = ids.next();
        store.add(id, cleared, clock.instant());
        signals.send(QUEUED, "");
        return id;
    }

    /**
     * Sends something dead once more, cleared anew.
     *
     * @throws Problem if it is not dead any more
     */
    @Transactional
    public UUID sendAgain(OrganisationId organisation, UUID dead, Cleared cleared) {
        giveUp(organisation, dead);
        return send(cleared);
    }

    /**
     * Gives something dead up.
     *
     * @throws Problem if it is not dead any more
     */
    @Transactional
    public void giveUp(OrganisationId organisation, UUID dead) {
        if (!store.drop(organisation, dead)) {
            throw Problem.conflict("outbox.problem.notdead");
        }
        signals.send(QUEUED, "");
    }

    /** What became of what these posts sent, in the order in which it was sent. */
    public Map<UUID, List<Fate>> fates(Collection<UUID> posts) {
        return posts.isEmpty()
                ? Map.of()
                : store.ofPosts(posts).stream().collect(Collectors.groupingBy(Fate::post));
    }

    /** What did not leave yet, the dead first. */
    public List<Fate> unsent(OrganisationId organisation, int most) {
        return store.unsent(organisation, most);
    }

    /** How much waits for a person. */
    public long dead(OrganisationId organisation) {
        return store.dead(organisation);
    }

    /** Those of these messages that left from here. */
    public Set<MessageId> ours(Collection<MessageId> messages) {
        return messages.isEmpty() ? Set.of() : store.ours(messages);
    }

    /** The posts that these messages came of. */
    public List<UUID> postsOf(Collection<MessageId> messages) {
        return messages.isEmpty() ? List.of() : store.postsOf(messages);
    }
}
