package org.lisolo.server.archive.holds;

import org.lisolo.server.people.AccountId;
import org.lisolo.server.platform.Problem;

import java.util.List;
import java.util.Map;

/** What the pages of holds show. */
public final class HoldPages {
    private HoldPages() {}

    /**
     * The list.
     *
     * @param waiting how many erasures wait for a hold to end
     * @param older address of the next page; empty at the end
     */
    public record HoldsPage(
            boolean standing,
            List<Hold> holds,
            Map<AccountId, String> names,
            int waiting,
            String older) {}

    /** A form for a new one. */
    public record NewHoldPage(HoldForm form, List<Problem> problems) {}

    /** One, with the form that ends it. */
    public record HoldPage(
            Hold hold,
            boolean stands,
            String placedBy,
            String releasedBy,
            List<Problem> problems) {}
}
