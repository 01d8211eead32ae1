package org.lisolo.server.community.moderation;

import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.Role;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.people.TodayItem;
import org.lisolo.server.people.TodaySource;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reports, words and appeals that wait for staff who moderate. */
@Component
class WaitingModeration implements TodaySource {
    private static final Duration PROMISED = Duration.ofDays(1);
    private static final String DO = "moderation.today.do";

    private final ReportStore reports;
    private final HeldStore held;
    private final AppealStore appeals;
    private final Moderators moderators;

    WaitingModeration(
            ReportStore reports, HeldStore held, AppealStore appeals, Moderators moderators) {
        this.reports = reports;
        this.held = held;
        this.appeals = appeals;
        this.moderators = moderators;
    }

    @Override
    public List<TodayItem> items(SignedIn who) {
        Set<SpaceId> spaces = moderators.spacesOf(who);
        boolean operates = who.is(Role.OPERATOR);
        if (spaces.isEmpty() && !operates) {
            return List.of();
        }
        List<TodayItem> items = new ArrayList<>();
        for (ReportFile one : reports.open(spaces, 10)) {
            items.add(
                    new TodayItem(
                            "moderation.today.report",
                            "",
                            one.opened().plus(PROMISED),
                            one.path(),
                            DO));
        }
        for (Held one : held.waiting(spaces, 10)) {
            items.add(
                    new TodayItem(
                            "moderation.today.held", "", one.at().plus(PROMISED), one.path(), DO));
        }
        for (Appeal one : appeals.open(spaces, operates, who.account(), 10)) {
            items.add(
                    new TodayItem(
                            "moderation.today.appeal",
                            "",
                            one.asked().plus(PROMISED),
                            one.path(),
                            DO));
        }
        return items;
    }
}
