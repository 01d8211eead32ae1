package org.lisolo.server.channels.bluesky;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a record is: {@code at://did/collection/rkey}. */
record AtAddress(String did, String collection, String rkey) {
    private static final Pattern FORM =
            Pattern.compile("at://(did:[a-z]+:[\\w.:%-]+)/([a-zA-Z0-9.-]+)/([\\w.:~-]{1,512})");

    static Optional<AtAddress> of(String address) {
        Matcher parts = FORM.matcher(address);
        return parts.matches()
                ? Optional.of(new AtAddress(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    static AtAddress post(String did, String rkey) {
        return new AtAddress(did, BlueskyFormat.POST, rkey);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + collection + "/" + rkey;
    }
}
