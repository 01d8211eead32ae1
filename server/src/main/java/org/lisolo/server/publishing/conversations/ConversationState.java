package org.lisolo.server.publishing.conversations;

import java.util.Locale;
import java.util.Set;

/** Where a conversation stands. The names are stored. */
public enum ConversationState {
    /** They wait for an answer. */
    OPEN,
    /** They wait, and so does whoever answers: for a colleague, or to know more. */
    WAITING,
    ANSWERED,
    CLOSED,
    /** Not said to the organisation. */
    NOT_OURS;

    /** Those in which the promise runs. */
    static final Set<ConversationState> UNDER_WAY = Set.of(OPEN, WAITING);

    public boolean isUnderWay() {
        return UNDER_WAY.contains(this);
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String tone() {
        return switch (this) {
            case OPEN -> "warn";
            case ANSWERED -> "good";
            case WAITING, CLOSED, NOT_OURS -> "";
        };
    }
}
