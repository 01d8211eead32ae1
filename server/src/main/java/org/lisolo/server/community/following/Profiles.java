package org.lisolo.server.community.following;

import org.lisolo.server.community.Before;
import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.spaces.Reader;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;
import org.lisolo.server.people.Badges;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The pages of people. There is one only for whoever has one name, and only what was written under
 * the name that they have now stands on it, so that it puts no two names side by side. A reader who
 * may see nothing of what somebody wrote finds no page, unless they are a verified professional;
 * then it bears the name under which they practise. Thread-safe.
 */
@Service
class Profiles {
    /** Of what somebody wrote last, to know whether a reader sees any of it. */
    private static final int LOOKED_AT = 20;

    private final TimelineStore store;
    private final OneName oneName;
    private final Badges badges;
    private final Timeline timeline;

    Profiles(TimelineStore store, OneName oneName, Badges badges, Timeline timeline) {
        this.store = store;
        this.oneName = oneName;
        this.badges = badges;
        this.timeline = timeline;
    }

    /** Somebody as a reader may know them. */
    record Known(String name, Optional<Badge> badge) {}

    /** Nothing, if there is no page of theirs for this reader. */
    Optional<Known> known(AccountId person, Reader reader) {
        String name = oneName.of(List.of(person)).get(person);
        if (name == null || reader.apart().contains(person)) {
            return Optional.empty();
        }
        Optional<Badge> badge = badges.of(person);
        List<UUID> last = store.by(person, reader, Before.NOW, LOOKED_AT);
        return under(name, timeline.shown(last, reader)).isEmpty()
                ? badge.map(one -> new Known(one.name(), badge))
                : Optional.of(new Known(name, badge));
    }

    /** Some of what they wrote. */
    Timeline.Found by(AccountId person, Known known, Reader reader, UUID before, int most) {
        Timeline.Found all =
                timeline.page(store.by(person, reader, before, most + 1), most, reader);
        return new Timeline.Found(under(known.name(), all.rows()), all.next());
    }

    private static List<Row> under(String name, List<Row> rows) {
        return rows.stream().filter(row -> row.author().equals(name)).toList();
    }
}
