package org.lisolo.server.directory;

import java.time.Instant;
import java.util.List;

/** All that happened to an entry, the latest first. */
public record VersionsPage(String name, String path, boolean mayChange, List<Version> versions) {

    /**
     * What an entry said for a while.
     *
     * @param who changed it; empty where that was an import of someone who left
     * @param changes against the version before
     * @param restore where a button takes it back to this, or empty for the standing one
     */
    public record Version(
            int number,
            EntryState state,
            boolean turned,
            String who,
            Instant at,
            List<Change> changes,
            String restore) {}

    /** A field before and after. */
    public record Change(String field, String before, String after) {}
}
