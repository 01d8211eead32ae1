package org.lisolo.server.community.search;

import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.people.Badge;

import java.util.List;
import java.util.Optional;

/** What the page of the search shows. */
public final class SearchPages {
    private SearchPages() {}

    /**
     * Somebody who wrote in public.
     *
     * @param page of theirs; empty if there is none
     */
    public record Person(String name, String page, Optional<Badge> badge) {}

    /**
     * What was found.
     *
     * @param asked as it was typed
     * @param in the space to which the search keeps
     */
    public record SearchPage(
            String asked,
            Optional<Space> in,
            List<Space> spaces,
            List<Person> people,
            List<Row> rows,
            String newer,
            String older) {
        public boolean isEmpty() {
            return spaces.isEmpty() && people.isEmpty() && rows.isEmpty();
        }
    }
}
