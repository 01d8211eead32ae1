package org.lisolo.server.platform.fetch;

import java.net.URI;
import java.util.Map;

/** What came of a fetch. */
public sealed interface Fetched {
    /**
     * An answer.
     *
     * @param from where it came from in the end, after redirects
     * @param status of HTTP
     * @param mediaType without parameters, in small letters; empty where none was told
     * @param headers by their names in small letters; of several of one name the last
     */
    @SuppressWarnings("ArrayRecordComponent") // equality of answers is nobody's question
    record Answer(URI from, int status, String mediaType, byte[] body, Map<String, String> headers)
            implements Fetched {
        /** One that told nothing by headers. */
        public Answer(URI from, int status, String mediaType, byte[] body) {
            this(from, status, mediaType, body, Map.of());
        }
    }

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
