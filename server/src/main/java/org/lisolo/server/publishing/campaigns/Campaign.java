package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.publishing.CampaignId;
import org.lisolo.server.publishing.PieceId;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What an organisation wants to bring about by saying things for a while.
 *
 * @param plan what its people wrote
 * @param version grows with each change
 */
public record Campaign(
        CampaignId id, OrganisationId organisation, Plan plan, Set<PieceId> pieces, int version) {
    public Campaign {
        pieces = Set.copyOf(pieces);
    }

    /**
     * What its people wrote.
     *
     * @param hashtags with their sign, blanks between
     * @param ends the last day
     */
    public record Plan(
            String name,
            String goal,
            String audience,
            String hashtags,
            LocalDate begins,
            LocalDate ends) {
        public List<String> tags() {
            return Arrays.stream(hashtags.split("\\s+", -1))
                    .filter(tag -> tag.length() > 1)
                    .toList();
        }
    }

    public String path() {
        return Campaigns.PATH + "/" + id;
    }

    /** Where it stands on a day: {@code before}, {@code now} or {@code over}. */
    public String phase(LocalDate day) {
        if (day.isBefore(plan.begins())) {
            return "before";
        }
        return day.isAfter(plan.ends()) ? "over" : "now";
    }
}
