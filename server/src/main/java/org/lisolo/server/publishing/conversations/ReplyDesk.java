package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.publishing.conversations.ConversationPages.Writing;
import org.lisolo.server.publishing.gate.Concern;
import org.lisolo.server.publishing.posts.PostPages.CheckPage;
import org.lisolo.server.publishing.posts.Replies.Sent;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where an answer is written.
 *
 * @param answered the message that it answers; none where none stands that the reader may see
 * @param leaves whether it can be sent from here; else it is copied, and said by other ways
 * @param check what the gate says of what was begun
 * @param saved ready answers, by what is sent
 * @param blanks of the one that was chosen
 * @param sent what was written before
 * @param asksAnyway whether somebody else answers already, so that it is asked once more
 */
public record ReplyDesk(
        Optional<MessageId> answered,
        String answeredAuthor,
        boolean leaves,
        ReplyForm form,
        Optional<CheckPage> check,
        Map<String, String> saved,
        List<String> blanks,
        List<Sent> sent,
        List<Writing> writing,
        boolean asksAnyway) {
    public ReplyDesk {
        blanks = List.copyOf(blanks);
        sent = List.copyOf(sent);
    }

    /** The ready answer that says it safely, where the gate found something that one would mend. */
    public String safer() {
        if (found(Concern.ADVICE)) {
            return saved.getOrDefault(SavedReplies.WHERE_TO_GO, "");
        }
        return found(Concern.CARE) || found(Concern.PERSON)
                ? saved.getOrDefault(SavedReplies.NOT_HERE, "")
                : "";
    }

    private boolean found(Concern concern) {
        return check.stream()
                .flatMap(page -> page.verdict().findings().stream())
                .anyMatch(finding -> finding.concern() == concern);
    }

    /** Whether the gate lets it go as it stands, to be copied. */
    public boolean mayCopy() {
        return check.filter(page -> !page.state().equals("stops"))
                .filter(page -> !page.post().content().text().isBlank())
                .isPresent();
    }
}
