package org.lisolo.server.community.notices;

import java.util.Locale;

/** Why somebody is told of something. The names are stored. */
enum Reason {
    /** It answers what they wrote. */
    ANSWER,
    /** It names them. */
    MENTION,
    /** It stands in a discussion that they follow. */
    DISCUSSION,
    /** It opens a discussion in a space of which they want to be told all. */
    SPACE,
    /** It opens a discussion, by somebody whom they follow. */
    PERSON;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
