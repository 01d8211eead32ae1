package org.lisolo.server.directory;

import java.time.LocalDateTime;
import java.util.Optional;

/** How doors stand at a moment; times are of the clock on the wall there. */
public sealed interface Doors {
    /** Nobody told the hours. */
    record Unknown() implements Doors {}

    /** Open; until when, unless they never close. */
    record Open(Optional<LocalDateTime> until) implements Doors {}

    /** Closed; when they open next, if that is soon. */
    record Closed(Optional<LocalDateTime> until) implements Doors {}
}
