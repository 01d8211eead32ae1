package org.lisolo.bench;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.contributions.Kind;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Questions and their answers as their authors would have sent them; the same in every run. */
final class CommunityFill {
    private static final int RECENT = 2_000;

    private final List<Space> spaces;
    private final List<UUID> people;
    private final List<String> texts;
    private final Random random = new Random(11);
    private final Ids ids = new Ids(Clock.systemUTC(), random);
    private final List<Asked> recent = new ArrayList<>();

    CommunityFill(List<Space> spaces, List<UUID> people, List<String> texts) {
        this.spaces = spaces;
        this.people = people;
        this.texts = texts;
    }

    /** A question, whose answers follow. */
    record Asked(ContributionId id, Space space) {
        String path() {
            return Kind.QUESTION.path(id);
        }
    }

    /** The last questions that were made. */
    List<Asked> recent() {
        return List.copyOf(recent);
    }

    /** What was written, and where it stands. */
    record Written(
            UUID id, UUID space, UUID discussion, UUID author, boolean opens, Arrival arrival) {}

    /** One in ten is a question, the others answer one of the last two thousand. */
    List<Written> next(int count) {
        List<Written> written = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            var id = new ContributionId(ids.next());
            if (recent.isEmpty() || random.nextInt(10) == 0) {
                var asked = new Asked(id, spaces.get(random.nextInt(spaces.size())));
                keep(asked);
                written.add(written(asked, id, asked.path(), true));
            } else {
                Asked about = recent.get(random.nextInt(recent.size()));
                written.add(written(about, id, "/contributions/" + id, false));
            }
        }
        return written;
    }

    private void keep(Asked asked) {
        if (recent.size() < RECENT) {
            recent.add(asked);
        } else {
            recent.set(random.nextInt(RECENT), asked);
        }
    }

    private Written written(Asked about, ContributionId id, String name, boolean opens) {
        UUID author = people.get(random.nextInt(people.size()));
        return new Written(
                id.value(),
                about.space().id().value(),
                about.id().value(),
                author,
                opens,
                arrival(about, author, name, opens));
    }

    private Arrival arrival(Asked about, UUID author, String name, boolean opens) {
        String text = texts.get(random.nextInt(texts.size()));
        Instant now = Instant.now();
        var event =
                new MessageEvent(
                        new EventId(ids.next()),
                        EventKind.CREATED,
                        about.space().id().channel(),
                        name,
                        new Author("/people/" + author, null, "Awa " + author),
                        OrganisationId.NONE,
                        Visibility.PUBLIC,
                        "fr",
                        opens ? null : about.path(),
                        opens ? null : about.path(),
                        null,
                        now,
                        now,
                        opens ? text.substring(0, Math.min(120, text.length())) : null,
                        text,
                        null,
                        List.of());
        return new Arrival(
                event, new Payload("application/json", text.getBytes(StandardCharsets.UTF_8)));
    }
}
