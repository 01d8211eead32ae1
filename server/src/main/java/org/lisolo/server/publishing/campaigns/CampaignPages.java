package org.lisolo.server.publishing.campaigns;

import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.campaigns.CampaignResults.Sum;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the pages of campaigns show. */
public final class CampaignPages {
    private CampaignPages() {}

    /** Campaigns, a page of them. */
    public record ListPage(
            List<Campaign> rows, LocalDate today, String newer, String older, boolean mayWrite) {}

    /**
     * A campaign being planned.
     *
     * @param path where it is sent to
     * @param pieces of the library, by id
     */
    public record EditPage(
            String path, CampaignForm form, Map<String, String> pieces, List<Problem> problems) {}

    /**
     * A campaign and how it did.
     *
     * @param days each of them, up to today
     * @param pieces by id, those that were planned
     * @param posts by id, for a link's form
     * @param channels by id, for a link's form
     * @param links with their whole address
     */
    public record OnePage(
            Campaign campaign,
            CampaignResults results,
            List<Sum> days,
            Map<String, String> pieces,
            Map<String, String> posts,
            Map<String, String> channels,
            List<Link> links,
            Map<String, String> typed,
            LocalDate today,
            boolean mayWrite,
            boolean mayExport,
            List<Problem> problems) {
        public String value(String field) {
            return typed.getOrDefault(field, "");
        }

        /** The most of one day, for the height of a chart. */
        public long most() {
            return days.stream().mapToLong(Sum::all).max().orElse(0);
        }
    }

    /** A short link with the names of where it stands. */
    public record Link(ShortLink link, String address, String post, String channel) {}
}
