package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Excerpt;
import org.lisolo.screening.Field;
import org.lisolo.screening.Match;
import org.lisolo.screening.Post;
import org.lisolo.screening.Query;
import org.lisolo.screening.RuleSet;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Screened;
import org.lisolo.server.monitoring.past.Days;
import org.lisolo.server.monitoring.past.Fallen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A query tried on events, the newest first, piece by piece. For one thread. */
final class Trial {
    private static final int EXAMPLES = 10;

    private final RuleSet rules;
    private final boolean asksDeletions;
    private final Set<ChannelId> channels;
    private final Function<ChannelId, String> channelNames;
    private final ZoneId zone;
    private final Map<LocalDate, Integer> caughtOn = new HashMap<>();
    private final List<Preview.Example> examples = new ArrayList<>();
    private int looked;
    private int caught;

    /**
     * Before anything was looked at.
     *
     * @param channels where to listen; empty means everywhere
     * @param zone in which days are counted
     */
    Trial(
            Query query,
            Set<ChannelId> channels,
            Function<ChannelId, String> channelNames,
            ZoneId zone) {
        this.rules =
                RuleSet.compile(List.of(new org.lisolo.screening.Rule("tried", query.source())));
        this.asksDeletions = query.asks(Field.IS, "delete");
        this.channels = channels;
        this.channelNames = channelNames;
        this.zone = zone;
    }

    boolean asksDeletions() {
        return asksDeletions;
    }

    void look(List<MessageEvent> events, Fallen fallen) {
        for (MessageEvent event : events) {
            boolean deleted = event.kind() == EventKind.DELETED;
            boolean here = channels.isEmpty() || channels.contains(event.channel());
            if (here && (!deleted || asksDeletions)) {
                looked += deleted ? 0 : 1;
                look(event, fallen.standing(event), deleted);
            }
        }
    }

    private void look(MessageEvent event, MessageEvent standing, boolean deleted) {
        Post post = Screened.post(standing, channelNames.apply(event.channel()));
        for (Match match : rules.screen(deleted ? post.withEvent(Post.Event.DELETED) : post)) {
            caught++;
            caughtOn.merge(LocalDate.ofInstant(event.receivedAt(), zone), 1, Integer::sum);
            if (examples.size() < EXAMPLES) {
                examples.add(
                        new Preview.Example(
                                event.channel(),
                                standing.author().shown(),
                                event.receivedAt(),
                                Excerpt.brief(post.text(), match.spans())));
            }
        }
    }

    /** What was found by now, looking back from one moment to another. */
    Preview preview(Instant from, Instant now, boolean complete) {
        return new Preview(
                looked, from, complete, caught, Days.between(from, now, zone, caughtOn), examples);
    }
}
