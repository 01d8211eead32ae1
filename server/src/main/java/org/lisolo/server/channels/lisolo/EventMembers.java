package org.lisolo.server.channels.lisolo;

import java.util.Set;

/** The members of our event JSON and how long their values may be, in characters. */
final class EventMembers {
    static final Set<String> ALL =
            Set.of(
                    "event",
                    "id",
                    "author",
                    "text",
                    "title",
                    "html",
                    "language",
                    "inReplyTo",
                    "root",
                    "shares",
                    "visibility",
                    "happenedAt",
                    "attachments");
    static final Set<String> AUTHOR = Set.of("id", "handle", "name");
    static final Set<String> ATTACHMENT = Set.of("mediaType", "alt", "url", "bytes");

    static final int LONGEST_ID = 2_000;
    static final int LONGEST_TITLE = 1_000;
    static final int LONGEST_TEXT = 500_000;
    static final int MOST_ATTACHMENTS = 32;

    private EventMembers() {}
}
