package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.MessageId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.platform.Problem;
import org.lisolo.server.publishing.ConversationId;
import org.lisolo.server.publishing.conversations.ConversationStep.Kind;
import org.lisolo.server.publishing.posts.Post;
import org.lisolo.server.publishing.posts.Replies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;

/** Answers in conversations: who writes is shown, and a second answer is asked about. */
@Service
@Transactional
public class ConversationReplies {
    private static final String SECOND = "conversations.problem.second";

    private final Conversations conversations;
    private final ConversationStore store;
    private final Presences presences;
    private final Replies replies;
    private final Clock clock;

    ConversationReplies(
            Conversations conversations,
            ConversationStore store,
            Presences presences,
            Replies replies,
            Clock clock) {
        this.conversations = conversations;
        this.store = store;
        this.presences = presences;
        this.replies = replies;
        this.clock = clock;
    }

    static boolean isSecond(Problem problem) {
        return problem.code().equals(SECOND);
    }

    /** Keeps what is typed, and shows the others that somebody writes. */
    Replies.Kept keep(SignedIn who, Conversation talk, ReplyForm form) {
        presences.write(talk.id(), who.account());
        return replies.keep(who, talk.id(), answered(talk, form), form.edition(), form.words());
    }

    private MessageId answered(Conversation talk, ReplyForm form) {
        return form.answered()
                .filter(
                        id ->
                                store.entries(List.of(id)).stream()
                                        .anyMatch(e -> e.conversation().equals(talk.id())))
                .orElseThrow(() -> Problem.notFound("conversations.problem.unknown"));
    }

    /**
     * Sends what was begun, or asks for the approval that it needs.
     *
     * @throws Problem if it can't leave, or somebody else answers and nobody said “anyway”
     */
    Post send(SignedIn who, ConversationId id, ReplyForm form, Post draft) {
        Conversation talk = conversations.locked(who, id);
        if (!form.anyway() && isAnswered(who, talk, form)) {
            throw Problem.conflict(SECOND).atField("anyway");
        }
        if (!replies.canLeave(who.organisation(), answered(talk, form))) {
            throw Problem.conflict("conversations.problem.nowhere").atField("text");
        }
        Post sent = replies.send(who, draft.id());
        presences.end(id, who.account());
        conversations.keep(
                talk,
                ConversationStep.done(Kind.REPLIED, who.account(), clock.instant()).of(draft.id()));
        return sent;
    }

    private boolean isAnswered(SignedIn who, Conversation talk, ReplyForm form) {
        return talk.version() != form.version()
                || !presences.others(List.of(talk.id()), who.account()).isEmpty()
                || replies.sent(who, talk.id()).stream().anyMatch(Replies.Sent::isOnItsWay);
    }

    void discard(SignedIn who, ConversationId id) {
        Conversation talk = conversations.own(who, id);
        presences.end(talk.id(), who.account());
        replies.discard(who, talk.id());
    }
}
