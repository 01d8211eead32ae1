package org.lisolo.server.community.following;

import org.lisolo.server.community.following.FollowPages.Row;
import org.lisolo.server.community.follows.OneName;
import org.lisolo.server.community.follows.Source;
import org.lisolo.server.people.AccountId;
import org.lisolo.server.people.Badge;

import java.util.List;
import java.util.Optional;

/**
 * Somebody as others know them.
 *
 * @param rows what they wrote
 * @param followed whether the reader follows them
 * @param mayWriteTo whether the reader may write to them in private
 * @param own whether it is the reader's own page
 */
public record ProfilePage(
        AccountId person,
        String name,
        Optional<Badge> badge,
        List<Row> rows,
        boolean followed,
        boolean mayWriteTo,
        boolean own,
        String newer,
        String older,
        String canonical) {
    public String path() {
        return OneName.path(person);
    }

    public Source source() {
        return Source.of(Source.Kind.PERSON, person.value());
    }

    /** By which one writes to them or blocks them. */
    public Optional<String> contribution() {
        return rows.stream().findFirst().map(row -> row.id().toString());
    }
}
