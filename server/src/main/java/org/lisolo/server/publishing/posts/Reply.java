package org.lisolo.server.publishing.posts;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.PostId;

/**
 * A post that answers somebody.
 *
 * @param answered the message that it answers
 */
public record Reply(PostId post, ConversationId conversation, MessageId answered) {
    /** Where it is written. */
    public String path() {
        return "/work/conversations/" + conversation;
    }
}
