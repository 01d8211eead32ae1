package org.lisolo.server.community.aliases;

import org.lisolo.server.message.Author;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody in one discussion.
 *
 * @param id random, so that it tells neither when nor by whom it was made
 */
public record Alias(UUID id, String name) {
    private static final Pattern PATH = Pattern.compile("/aliases/([0-9a-f-]{36})");

    /** As everybody sees them. */
    public Author author() {
        return new Author(path(), null, name);
    }

    String path() {
        return path(id);
    }

    static String path(UUID id) {
        return "/aliases/" + id;
    }

    /** The alias that an author's name in the log is of. */
    public static Optional<UUID> of(String networkId) {
        Matcher path = PATH.matcher(networkId);
        return path.matches() ? Optional.of(UUID.fromString(path.group(1))) : Optional.empty();
    }
}
