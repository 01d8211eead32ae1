package org.lisolo.server.channels.imports;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.people.OrganisationId;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that somebody handed over, and how far it is read.
 *
 * @param size of the file, in bytes
 * @param failure the code of what ended it, if something did
 */
record ImportJob(
        UUID id,
        OrganisationId organisation,
        ChannelId channel,
        String fileName,
        long size,
        State state,
        Instant created,
        @Nullable Instant finished,
        @Nullable String failure,
        Progress progress) {

    /** The names are stored. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED;

        boolean goesOn() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * After the last batch whose events are durable.
     *
     * @param position bytes read of the file, unpacked
     * @param line lines read, blank ones too
     */
    record Progress(
            long position,
            long line,
            long accepted,
            long known,
            long ignored,
            long setAside,
            long refused) {}
}
