package org.lisolo.server.channels;

import org.lisolo.server.channels.activitypub.ActivityPubFormat;
import org.lisolo.server.channels.bluesky.BlueskyFormat;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.lisolo.LisoloFormat;

import java.util.Arrays;
import java.util.Optional;

/** The network behind a channel, hence the format of what comes in. The codes are stored. */
public enum ChannelKind {
    LISOLO("lisolo"),
    ACTIVITYPUB("activitypub"),
    BLUESKY("bluesky"),
    /** The organisation's own pages here: what is sent stands there, and nothing else comes in. */
    SITE("site");

    private final String code;

    ChannelKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether programs and files may bring messages in. */
    public boolean isFed() {
        return this != SITE;
    }

    public Format format() {
        return switch (this) {
            case LISOLO, SITE -> new LisoloFormat();
            case ACTIVITYPUB -> new ActivityPubFormat();
            case BLUESKY -> new BlueskyFormat();
        };
    }

    /**
     * Whether the sender wrote the payload and can mend it: then what is not understood is refused,
     * else it is set aside.
     */
    public boolean mendable() {
        return this == LISOLO;
    }

    public static Optional<ChannelKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
