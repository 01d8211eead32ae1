package org.lisolo.server.people;

import java.time.Instant;
import java.util.List;

/**
 * Where someone is signed in.
 *
 * @param id names the session and does not open it
 * @param agent what the browser calls itself
 * @param here whether it is the one that asks
 */
public record Device(String id, String agent, Instant began, Instant seen, boolean here) {
    static final String ATTRIBUTE = "agent";

    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "SamsungBrowser", "Firefox", "Chrome", "Safari");
    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");

    /** Names that people know, such as “Firefox, Android”; empty where none is in it. */
    public String name() {
        return first(BROWSERS).replace("Edg", "Edge").replace("OPR", "Opera")
                + (first(BROWSERS).isEmpty() || first(SYSTEMS).isEmpty() ? "" : ", ")
                + first(SYSTEMS).replace("Mac OS X", "macOS").replace("CrOS", "ChromeOS");
    }

    private String first(List<String> names) {
        return names.stream().filter(agent::contains).findFirst().orElse("");
    }
}
