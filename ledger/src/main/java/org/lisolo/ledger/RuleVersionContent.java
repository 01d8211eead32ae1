package org.lisolo.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row of {@code monitoring.rule_version}: a rule as somebody wrote it. An audit record is bound
 * to it.
 *
 * @param state the name of its state
 * @param channels in whatever order
 * @param toldRoles in whatever order
 * @param toldPeople in whatever order
 * @param toldTeams in whatever order; a version that has some is of the schema's second version
 * @param allowedMinutes none without a promise
 * @param wording the version since which query and channels stand
 */
public record RuleVersionContent(
        UUID rule,
        int version,
        String state,
        String name,
        String query,
        Collection<UUID> channels,
        int urgency,
        Collection<String> toldRoles,
        Collection<UUID> toldPeople,
        Collection<UUID> toldTeams,
        @Nullable Long allowedMinutes,
        int wording,
        UUID changedBy,
        Instant changedAt) {
    private static final String SCHEMA = "lisolo.org/rule-version/v1";
    private static final String SCHEMA_WITH_TEAMS = "lisolo.org/rule-version/v2";

    /** What an audit record is bound to. */
    public Hash commitment(byte[] salt) {
        CanonicalBytes content =
                new CanonicalBytes(toldTeams.isEmpty() ? SCHEMA : SCHEMA_WITH_TEAMS)
                        .integer("allowed_minutes", allowedMinutes)
                        .instant("changed_at", changedAt)
                        .uuid("changed_by", changedBy)
                        .text("channels", lines(channels))
                        .text("name", name)
                        .text("query", query)
                        .uuid("rule", rule)
                        .text("state", state)
                        .text("told_people", lines(toldPeople))
                        .text("told_roles", lines(toldRoles));
        if (!toldTeams.isEmpty()) {
            content.text("told_teams", lines(toldTeams));
        }
        content.integer("urgency", (long) urgency)
                .integer("version", (long) version)
                .integer("wording", (long) wording);
        return Commitment.of(salt, content.toBytes());
    }

    private static String lines(Collection<?> set) {
        return set.stream().map(Object::toString).sorted().collect(Collectors.joining("\n"));
    }
}
