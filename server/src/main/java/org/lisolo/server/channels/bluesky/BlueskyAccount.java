package org.lisolo.server.channels.bluesky;

import org.lisolo.server.message.ChannelId;

import java.net.URI;

/**
 * The account that a channel speaks as.
 *
 * @param service the server that the account is at
 * @param did the account's name for good
 * @param password an app password, which its owner can take back there
 */
record BlueskyAccount(ChannelId channel, URI service, String did, String handle, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "BlueskyAccount[" + channel + "]";
    }
}
