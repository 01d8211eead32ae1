package org.lisolo.server.community.notices;

import org.lisolo.server.community.contributions.Contribution;
import org.lisolo.server.community.contributions.Contributions;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.spaces.Readers;
import org.lisolo.server.message.Follower;
import org.lisolo.server.message.LoggedEvent;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Ids;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Makes notices of what the log has: none is missed by a server that was killed, and none is made
 * twice. What was written long before it was read here (a community that had no notices yet) is no
 * news.
 */
@Component
class NoticesFollow implements Follower {
    private static final Duration NEWS = Duration.ofDays(3);

    private final NoticeStore store;
    private final Contributions contributions;
    private final Mentions mentions;
    private final OneName oneName;
    private final Readers readers;
    private final Ids ids;
    private final Clock clock;

    NoticesFollow(
            NoticeStore store,
            Contributions contributions,
            Mentions mentions,
            OneName oneName,
            Readers readers,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.contributions = contributions;
        this.mentions = mentions;
        this.oneName = oneName;
        this.readers = readers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "community.notices";
    }

    @Override
    public Set<Visibility> visibilities() {
        return EnumSet.of(Visibility.PUBLIC, Visibility.SPACE);
    }

    @Override
    public void follow(List<LoggedEvent> events) {
        var since = clock.instant().minus(NEWS);
        for (LoggedEvent logged : events) {
            contributions
                    .placed(logged.event())
                    .filter(one -> one.at().isAfter(since))
                    .ifPresent(one -> tell(one, logged.event()));
        }
    }

    private void tell(Contribution one, MessageEvent event) {
        Set<AccountId> named = mentions.in(event.text(), one);
        for (NoticeStore.Concerned concerned : store.concerned(one.id(), named)) {
            if (concerned.reason() == Reason.PERSON && !isUnderTheirName(one, event)) {
                continue;
            }
            if (!one.closed() || readers.isInside(concerned.account(), one.space())) {
                store.add(
                        ids.next(),
                        concerned.account(),
                        concerned.reason(),
                        one.id(),
                        clock.instant());
            }
        }
    }

    /** Whom somebody follows they follow by the name that they know, and by no other. */
    private boolean isUnderTheirName(Contribution one, MessageEvent event) {
        return !oneName.pages(one.author().stream().toList())
                .of(one.author(), event.author().shown())
                .isEmpty();
    }
}
