package org.lisolo.server.community.follows;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.SpaceId;
import org.lisolo.server.community.words.Hashtag;
import org.lisolo.server.platform.Problem;

import java.util.Locale;
import java.util.UUID;

/**
 * Something that can be followed.
 *
 * @param target the id of a discussion, a space or a person
 * @param tag for a tag, as it stands in addresses
 */
public record Source(Kind kind, @Nullable UUID target, @Nullable String tag) {
    /** The names are stored. */
    public enum Kind {
        DISCUSSION,
        SPACE,
        PERSON,
        TAG;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Source of(Kind kind, UUID target) {
        return new Source(kind, target, null);
    }

    public static Source of(SpaceId space) {
        return of(Kind.SPACE, space.value());
    }

    public static Source ofTag(String tag) {
        return new Source(Kind.TAG, null, tag);
    }

    /** As a form brings it. */
    public static Source read(String kind, String of) {
        try {
            Kind known = Kind.valueOf(kind.toUpperCase(Locale.ROOT));
            if (known != Kind.TAG) {
                return of(known, UUID.fromString(of));
            }
            String tag = Hashtag.of(of);
            if (!tag.isEmpty()) {
                return ofTag(tag);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.invalid("following.problem.what");
    }

    /** What names it in a form. */
    public String value() {
        return target == null ? String.valueOf(tag) : target.toString();
    }
}
