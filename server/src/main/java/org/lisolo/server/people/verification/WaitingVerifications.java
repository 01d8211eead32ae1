package org.lisolo.server.people.verification;

import org.lisolo.server.people.Action;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.lisolo.server.people.Waiting;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Requests that wait for a reviewer. */
@Component
class WaitingVerifications implements TodaySource, Waiting {
    private static final Duration PROMISED = Duration.ofDays(7);

    private final Verifications verifications;

    WaitingVerifications(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        if (!who.may(Action.REVIEW_VERIFICATIONS)) {
            return List.of();
        }
        return verifications.list(who.organisation(), Set.of(Verification.State.ASKED), 0).stream()
                .map(
                        one ->
                                new TodayItem(
                                        "people.verification.today",
                                        one.claim().name(),
                                        one.asked().plus(PROMISED),
                                        one.path(),
                                        "people.verification.today.do"))
                .toList();
    }

    @Override
    public String path() {
        return "/work/verifications";
    }

    @Override
    public long count(SignedIn who) {
        return who.may(Action.REVIEW_VERIFICATIONS) ? verifications.waiting(who.organisation()) : 0;
    }
}
