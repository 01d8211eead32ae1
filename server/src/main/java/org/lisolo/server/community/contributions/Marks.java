package org.lisolo.server.community.contributions;

import java.util.Map;
import java.util.Set;

/**
 * What readers added to something, without their names.
 *
 * @param counts of those that there are
 * @param mine those of the reader
 * @param clinicians how many health professionals found it helpful
 * @param accepted whether whoever asked found it to be the answer
 */
public record Marks(
        Map<Reaction, Integer> counts, Set<Reaction> mine, int clinicians, boolean accepted) {
    public static final Marks NONE = new Marks(Map.of(), Set.of(), 0, false);

    public Marks {
        counts = Map.copyOf(counts);
        mine = Set.copyOf(mine);
    }

    public int count(Reaction reaction) {
        return counts.getOrDefault(reaction, 0);
    }
}
