package org.lisolo.server.channels.intake;

import org.lisolo.server.channels.Channel;
import org.lisolo.server.channels.Channels;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.Erasure;
import org.lisolo.server.message.Forgets;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.Waiting;
import org.lisolo.server.platform.Problem;
import org.springframework.stereotype.Service;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What waits because it was not understood: looked at, tried again, discarded. */
@Service
class SetAsides implements Forgets, Waiting {
    static final String PATH = "/work/set-aside";
    private static final int RETRIED_AT_ONCE = 200;

    private final SetAsideStore store;
    private final Channels channels;
    private final Intake intake;
    private final Clock clock;

    SetAsides(SetAsideStore store, Channels channels, Intake intake, Clock clock) {
        this.store = store;
        this.channels = channels;
        this.intake = intake;
        this.clock = clock;
    }

    /** How trying again went. */
    record Retried(long understood, long still) {
        Retried plus(Retried other) {
            return new Retried(understood + other.understood, still + other.still);
        }
    }

    SetAside find(UUID id, OrganisationId organisation) {
        return store.find(id, organisation)
                .orElseThrow(() -> Problem.notFound("channels.aside.unknown"));
    }

    List<SetAside> list(
            OrganisationId organisation,
            Optional<ChannelId> channel,
            Optional<String> code,
            Optional<UUID> before,
            int limit) {
        return store.list(organisation, channel, code, before, limit);
    }

    Map<String, Long> reasons(OrganisationId organisation) {
        return store.reasons(organisation);
    }

    /** Reads it once more; what is understood now is kept as a message and no longer waits. */
    Retried retry(SetAside one, OrganisationId organisation) {
        Channel channel =
                channels.find(one.channel(), organisation)
                        .orElseThrow(() -> Problem.notFound("channels.channel.unknown"));
        return retry(channel, List.of(one));
    }

    /** Reads all that wait once more, oldest first. */
    Retried retryAll(OrganisationId organisation) {
        Retried all = new Retried(0, 0);
        for (Channel channel : channels.all(organisation)) {
            Optional<UUID> after = Optional.empty();
            List<SetAside> next = store.next(channel.id(), after, RETRIED_AT_ONCE);
            while (!next.isEmpty()) {
                all = all.plus(retry(channel, next));
                after = Optional.of(next.getLast().id());
                next = store.next(channel.id(), after, RETRIED_AT_ONCE);
            }
        }
        return all;
    }

    /** Kept first and removed after: a crash between the two leaves it waiting, and known. */
    private Retried retry(Channel channel, List<SetAside> some) {
        List<Line> lines = new ArrayList<>();
        some.forEach(one -> lines.add(new Line(one.line(), one.payload(), false, 0)));
        List<Answer> answers = intake.take(channel, lines);
        long understood = 0;
        for (int i = 0; i < some.size(); i++) {
            boolean done =
                    switch (answers.get(i)) {
                        case Answer.Accepted _, Answer.Known _, Answer.Ignored _ -> true;
                        case Answer.SetAside _, Answer.Refused _ -> false;
                    };
            if (done) {
                store.remove(some.get(i).id());
                understood++;
            }
        }
        return new Retried(understood, some.size() - understood);
    }

    void discard(SetAside one) {
        store.discard(one.id(), clock.instant());
        store.sweep(clock.instant());
    }

    void restore(SetAside one) {
        store.discard(one.id(), null);
    }

    /**
     * Removes what names the person: payloads in whose bytes one of their ids stands, as it is or
     * with the slashes that JSON may escape. What names them otherwise (by another escape, or only
     * by name) is not found; it is listed on the page, and can be discarded there.
     */
    @Override
    public void forget(Erasure erasure) {
        for (String id : erasure.authorIds()) {
            if (!id.isBlank()) {
                store.forget(id.getBytes(StandardCharsets.UTF_8));
                store.forget(id.replace("/", "\\/").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public long count(SignedIn who) {
        return store.waiting(who.organisation());
    }
}
