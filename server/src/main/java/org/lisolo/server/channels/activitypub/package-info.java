/**
 * ActivityPub as servers really send it: Mastodon, Pleroma, Misskey, Lemmy, PeerTube and others.
 */
@NullMarked
package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.NullMarked;
