package org.lisolo.server.community.notices;

import org.lisolo.server.community.following.FollowPages.Row;

import java.util.List;
import java.util.UUID;

/** What the pages of notices show. */
public final class NoticePages {
    private NoticePages() {}

    /** One thing told. */
    public record Shown(UUID id, String reason, boolean seen, Row row) {}

    /**
     * What somebody is told of.
     *
     * @param newest of those on the page; empty if there is none
     */
    public record NoticesPage(
            List<Shown> notices, String newest, boolean unseen, String newer, String older) {}

    /** One of somebody's spaces, and how much of it they are told. */
    public record InSpace(String slug, String name, String language, String level) {}

    /** How somebody is told. */
    public record SettingsPage(NoticeSettings settings, List<InSpace> spaces) {
        /** Where most people live who write here, and where many of theirs do. */
        public static final List<String> ZONES =
                List.of(
                        "Africa/Kinshasa",
                        "Africa/Lubumbashi",
                        "Africa/Brazzaville",
                        "Africa/Kigali",
                        "Africa/Johannesburg",
                        "Europe/Brussels",
                        "Europe/Paris",
                        "Europe/London",
                        "America/Montreal",
                        "America/New_York");
    }
}
