package org.lisolo.server.platform;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;

/**
 * The sentence that tells what was just done, shown once on the next page. A controller hands it
 * over as the flash attribute {@code "notice"} and redirects.
 *
 * @param key of the sentence in the message bundles
 * @param arguments what its placeholders stand for
 * @param undo the path to which one button posts to take it back; empty where that can't be done
 */
public record Notice(String key, List<Serializable> arguments, String undo)
        implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    public Notice {
        arguments = List.copyOf(arguments);
    }

    public static Notice of(String key, Serializable... arguments) {
        return new Notice(key, List.of(arguments), "");
    }

    public Notice undoneBy(String path) {
        return new Notice(key, arguments, path);
    }
}
