package org.lisolo.server.archive;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.people.SignedIn;

import java.util.List;

/**
 * What the one search box over everything public finds beside messages: places, people and what
 * they talk about. The floor above knows.
 */
public interface FoundBeside {
    /**
     * Some of it.
     *
     * @param typed as it was typed
     * @param who searches; null for a stranger
     */
    List<Entry> find(String typed, @Nullable SignedIn who);

    /** The address at which there is more. */
    String more(String typed);

    /**
     * Something found.
     *
     * @param kind the key of the words that say what it is
     * @param language of its name
     */
    record Entry(String kind, String name, String language, String path) {}
}
