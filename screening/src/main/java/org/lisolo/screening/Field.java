package org.lisolo.screening;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a query can ask of a post beside its text, as {@code field:value}. */
public enum Field {
    /** The language of the post; {@code fr} is also {@code fr-CD}. */
    LANG,
    /** The author, case and accents aside; a {@code *} at the end stands for anything. */
    AUTHOR,
    /** The channel, case and accents aside; a {@code *} at the end stands for anything. */
    CHANNEL,
    HAS,
    IS,
    /** A word even in disguise; becomes an {@link Expression.Disguised}. */
    DISGUISED;

    /** The values it knows; empty when any is allowed. */
    public List<String> options() {
        return switch (this) {
            case HAS -> List.of("link", "media");
            case IS -> List.of("reply", "edit", "delete");
            case LANG, AUTHOR, CHANNEL, DISGUISED -> List.of();
        };
    }

    /** Its name before the colon. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The field of that name, in any case. */
    public static Optional<Field> named(String name) {
        for (Field field : values()) {
            if (field.written().equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
