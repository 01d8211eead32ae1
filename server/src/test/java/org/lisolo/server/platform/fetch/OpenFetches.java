package org.lisolo.server.platform.fetch;

import java.net.InetAddress;
import java.util.Set;

/** The guard as a test needs it that has a server of its own. */
public final class OpenFetches {
    private OpenFetches() {}

    /** That lets these be reached ({@code host:port}), and nothing else of this machine. */
    public static Fetches to(String... allowed) {
        return new Fetches(Set.of(allowed), InetAddress::getAllByName);
    }
}
