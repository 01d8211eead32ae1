package org.lisolo.server.archive.trail;

import org.lisolo.server.evidence.AuditRecord;
import org.lisolo.server.people.Action;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One record, as a page shows it.
 *
 * @param who the name of whoever did it; empty where the server did, or their account is gone
 */
public record TrailRow(AuditRecord record, String who) {
    private static final Set<String> IN_THE_TABLE =
            Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toSet());

    /** What is told by a record in the place of the request's own. */
    static final List<String> STEPS =
            List.of(
                    "CASE_OPENED",
                    "CASE_TAKEN",
                    "CASE_ASSIGNED",
                    "CASE_RELEASED",
                    "CASE_NOTED",
                    "CASE_CLOSED",
                    "CASE_REOPENED",
                    "RULE_CHANGED");

    /** The key of the words for an action. */
    public static String key(String action) {
        return IN_THE_TABLE.contains(action) ? "access.action." + action : "trail.action." + action;
    }

    public String path() {
        return "/work/trail/" + record.id();
    }

    public List<TrailThing> things() {
        return record.things().stream().map(TrailThing::of).toList();
    }
}
