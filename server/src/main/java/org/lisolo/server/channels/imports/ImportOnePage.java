package org.lisolo.server.channels.imports;

import java.time.Instant;

/**
 * How far a file is read, or what became of it.
 *
 * @param percent of its bytes; -1 where that can't be said
 * @param failure the key of the sentence that tells what ended it, or empty
 */
public record ImportOnePage(
        String path,
        String fileName,
        String channel,
        String state,
        boolean goesOn,
        Instant created,
        long line,
        long accepted,
        long known,
        long ignored,
        long setAside,
        long refused,
        int percent,
        String failure) {}
