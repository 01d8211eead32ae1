package org.lisolo.server.publishing.gate;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.ChannelKind;
import org.lisolo.server.message.ContentHash;
import org.lisolo.server.releases.Permission;
import org.lisolo.server.releases.ReleaseId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people have permitted of a draft, and on which of its pictures somebody can be recognised.
 *
 * @param permissions that stand now
 * @param people by the hash of each picture
 * @param when it is to be said; as soon as may be if nobody said
 */
public record Released(
        List<Permission> permissions,
        Map<ContentHash, Recognisable> people,
        @Nullable Instant when) {
    public static final Released NOTHING = new Released(List.of(), Map.of(), null);

    public Released {
        permissions = List.copyOf(permissions);
        people = Map.copyOf(people);
    }

    Recognisable on(ContentHash picture) {
        return people.getOrDefault(picture, Recognisable.UNSAID);
    }

    /** Whose permission a finding is answered by, on all these kinds of channel and in time. */
    Optional<ReleaseId> answering(
            Finding finding, Draft draft, Set<ChannelKind> where, Instant now) {
        Instant then = when == null || when.isBefore(now) ? now : when;
        return permissions.stream()
                .filter(one -> covers(one, finding, draft, where, then))
                .map(Permission::release)
                .findFirst();
    }

    private static boolean covers(
            Permission permission,
            Finding finding,
            Draft draft,
            Set<ChannelKind> where,
            Instant then) {
        return switch (finding.concern()) {
            case PERSON ->
                    permission.coversWords(
                            draft.parts().getOrDefault(finding.part(), ""), where, then);
            case PICTURE ->
                    permission.coversPicture(
                            finding.part().substring(Draft.ALT.length()), where, then);
            case UNSAID,
                    NAMELESS,
                    BLANK,
                    LAPSED,
                    LENGTH,
                    CLAIM,
                    DOSE,
                    ADVICE,
                    ADVERTISING,
                    COLLEAGUE,
                    BOUNDARY,
                    CARE,
                    RULE ->
                    false;
        };
    }
}
