package org.lisolo.server.platform.fetch;

import java.net.URI;

/** What came of a fetch. */
public sealed interface Fetched {
    /**
     * An answer.
     *
     * @param from where it came from in the end, after redirects
     * @param status of HTTP
     * @param mediaType without parameters, in small letters; empty where none was told
     */
    @SuppressWarnings("ArrayRecordComponent") // equality of answers is nobody's question
    record Answer(URI from, int status, String mediaType, byte[] body) implements Fetched {}

    /** The guard did not let it out, or its answer in. */
    record Refused(Why why) implements Fetched {}

    /** Nobody answered, or not in time, or not as HTTP asks. */
    record Failed(String kind) implements Fetched {}

    /** Why the guard refused. */
    enum Why {
        /** Not http or https, or from https back to http. */
        SCHEME,
        /** A name and password in the address. */
        USER_INFO,
        PORT,
        /** Not the name of a host as people write one; numbers in any notation are none. */
        HOST,
        /** The host is one of ours, of a private network, or of no network at all. */
        ADDRESS,
        REDIRECTS,
        SIZE,
        MEDIA_TYPE
    }
}
