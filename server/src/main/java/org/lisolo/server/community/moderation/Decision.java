package org.lisolo.server.community.moderation;

import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.people.AccountId;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a moderator decided, about a contribution or about a person in a space.
 *
 * @param file of the reports that led to it
 * @param contribution none for a measure upon a person that concerns nothing in particular
 * @param person whom it concerns; nobody behind an alias
 * @param words to whom it concerns
 * @param until when a pause ends
 * @param undone when it was taken back
 */
public record Decision(
        UUID id,
        SpaceId space,
        Kind kind,
        Reason reason,
        Optional<UUID> file,
        Optional<ContributionId> contribution,
        Optional<AccountId> person,
        String words,
        AccountId by,
        Instant at,
        Optional<Instant> until,
        Optional<Instant> undone) {

    /** The names are stored. */
    public enum Kind {
        /** A reported contribution stays. */
        LEAVE,
        HIDE,
        WARN,
        /** No writing until a time. */
        PAUSE,
        EXCLUDE,
        /** What waited is shown. */
        LET,
        REFUSE;

        private static final Set<Kind> APPEALABLE = EnumSet.of(HIDE, WARN, PAUSE, EXCLUDE, REFUSE);

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether whom it concerns may ask for it to be decided anew. */
        public boolean isAppealable() {
            return APPEALABLE.contains(this);
        }

        boolean isMeasure() {
            return this == WARN || this == PAUSE || this == EXCLUDE;
        }
    }

    /** Its page for whom it concerns. */
    public String path() {
        return "/me/decisions/" + id;
    }

    public boolean isUndone() {
        return undone.isPresent();
    }
}
