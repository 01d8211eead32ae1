package org.lisolo.server.publishing.posts;

import org.lisolo.server.releases.Release;

import java.time.Instant;
import java.util.List;

/**
 * What the page of a post shows of releases.
 *
 * @param needed whether something in it points at a person
 * @param linked those that it rests on
 * @param ending those of them that stand and end soon
 * @param others that stand and could be named too
 * @param lost whether one ended under it and nobody said that they have seen it
 * @param mayChange whether others can be named now
 * @param mayRemove whether one can be left out again
 */
public record ReleasesPart(
        boolean needed,
        List<Release> linked,
        List<Release> ending,
        List<Release> others,
        boolean lost,
        boolean mayChange,
        boolean mayRemove,
        Instant now) {
    public boolean isShown() {
        return needed || !linked.isEmpty() || lost;
    }
}
