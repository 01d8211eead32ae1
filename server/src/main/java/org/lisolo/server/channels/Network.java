package org.lisolo.server.channels;

import org.lisolo.server.message.Carries.Carried;
import org.lisolo.server.message.Carries.NotCarried;
import org.lisolo.server.message.Parcel;

import java.util.Optional;

/**
 * A network that things go out to: the contract that each of them keeps and that one test holds
 * against all. A network's bean lives in its own subpackage. What comes in from it is its {@link
 * org.lisolo.server.channels.format.Format}'s to read. Safe for use by many threads.
 */
public interface Network {
    ChannelKind kind();

    Limits limits();

    /** How its readers see what is said there. */
    default Appearance looks() {
        return Appearance.PLAIN;
    }

    /** As whom the channel speaks there; empty where nothing can be sent on it. */
    Optional<String> speaksAs(Channel channel);

    /**
     * Creates, edits or takes down, as the parcel says. The same parcel again makes nothing twice.
     *
     * @throws NotCarried if it is not there, or nobody knows whether it is
     */
    Carried send(Channel channel, Parcel parcel) throws NotCarried;

    /** What an earlier try brought there, if it did: read back from the network. */
    Optional<Carried> find(Channel channel, Parcel parcel) throws NotCarried;

    /** Whether it tells us how many liked what was said, the way it is set up here. */
    default boolean tellsReactions() {
        return false;
    }

    /** Whether things can go out there now. */
    Health health(Channel channel);

    /**
     * How a channel is.
     *
     * @param reason why it does not, a key of the bundles; empty where it works
     */
    record Health(boolean works, String reason) {
        public static final Health GOOD = new Health(true, "");
    }
}
