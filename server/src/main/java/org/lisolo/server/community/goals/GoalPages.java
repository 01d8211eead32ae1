package org.lisolo.server.community.goals;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.platform.Refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages of goals show. */
public final class GoalPages {
    /** Of so many days or weeks, today's with them, it can be said how they went. */
    public static final int BACK = 7;

    private GoalPages() {}

    /** A goal in the list. */
    public record Line(Goal goal, HeldDays held) {}

    public record ListPage(List<Line> goals) {}

    /** A new one, as it was typed. */
    public record Form(String kind, String words, String rhythm, String begins) {}

    public record NewPage(Form form, List<Problem> problems) {
        public List<GoalKind> kinds() {
            return List.of(GoalKind.values());
        }
    }

    /** A day or a week that is over or goes on. */
    public record Day(Instant at, Optional<CheckIn> said) {}

    /**
     * One goal.
     *
     * @param days the last first; empty before it begins
     * @param discussion the path of the discussion in which it is shown; empty if it is not
     * @param spaces in which it can be shown
     * @param next under which id a discussion is opened or answered
     * @param refused the form that comes back, if any: {@code check-in} or {@code show}
     */
    public record GoalPage(
            Goal goal,
            HeldDays held,
            List<Day> days,
            String discussion,
            List<Space> spaces,
            ContributionId next,
            Refused refused) {}
}
