package org.lisolo.server.community.contributions;

import org.lisolo.server.community.ContributionId;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a discussion is. The names are stored, and the paths name messages in the log. */
public enum Kind {
    QUESTION("questions"),
    TALK("talks"),
    /** Of clinicians among themselves, closed to everybody else. */
    CASE("cases");

    private final String folder;

    Kind(String folder) {
        this.folder = folder;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page of a discussion, and the name of its first message on our own network. */
    public String path(ContributionId discussion) {
        return "/" + folder + "/" + discussion;
    }

    /** What is named by the first part of such a path. */
    static Optional<Kind> ofFolder(String folder) {
        return Arrays.stream(values()).filter(kind -> kind.folder.equals(folder)).findFirst();
    }

    public static Optional<Kind> ofKey(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
