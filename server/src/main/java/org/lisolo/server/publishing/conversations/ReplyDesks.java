package org.lisolo.server.publishing.conversations;

import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.publishing.conversations.ConversationPages.Writing;
import org.lisolo.server.publishing.conversations.ConversationStore.Entry;
import org.lisolo.server.publishing.posts.Post;
import org.lisolo.server.publishing.posts.PostPages.CheckPage;
import org.lisolo.server.publishing.posts.Replies;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts together where an answer is written. */
@Component
class ReplyDesks {
    private final ConversationStore store;
    private final ConversationViews views;
    private final Messages messages;
    private final Replies replies;
    private final SavedReplies saved;

    ReplyDesks(
            ConversationStore store,
            ConversationViews views,
            Messages messages,
            Replies replies,
            SavedReplies saved) {
        this.store = store;
        this.views = views;
        this.messages = messages;
        this.replies = replies;
        this.saved = saved;
    }

    /**
     * With what this person has begun.
     *
     * @param answered the message that was chosen; empty for the newest
     */
    ReplyDesk begun(SignedIn who, Conversation talk, String answered, Locale locale) {
        Optional<Post> draft = replies.draft(who, talk.id());
        ReplyForm begun = draft.map(this::typed).orElseGet(() -> blank(talk));
        ReplyForm form = answered.isEmpty() ? begun : begun.with(Map.of("answered", answered));
        return desk(
                who,
                talk,
                form,
                draft.map(post -> replies.check(who, post, true, locale)),
                List.of(),
                false);
    }

    private static ReplyForm blank(Conversation talk) {
        return new ReplyForm(Map.of("language", talk.language().equals("en") ? "en" : "fr"));
    }

    private ReplyForm typed(Post draft) {
        Map<String, String> fields = new HashMap<>();
        fields.put("language", draft.content().language());
        fields.put("text", draft.content().text());
        fields.put("edition", Integer.toString(draft.edition()));
        fields.put("considered", draft.content().considered() ? "on" : "");
        draft.from().ifPresent(from -> fields.putAll(fields(from)));
        replies.of(draft.id())
                .ifPresent(reply -> fields.put("answered", reply.answered().toString()));
        return new ReplyForm(fields);
    }

    static Map<String, String> fields(Post.From from) {
        return Map.of(
                "piece",
                from.piece().toString(),
                "pieceVersion",
                Integer.toString(from.version()),
                "variant",
                from.variant().key());
    }

    ReplyDesk desk(
            SignedIn who,
            Conversation talk,
            ReplyForm form,
            Optional<CheckPage> check,
            List<String> blanks,
            boolean asksAnyway) {
        Map<MessageId, Message> theirs = theirs(who, talk);
        Optional<MessageId> answered =
                form.answered()
                        .filter(theirs::containsKey)
                        .or(() -> theirs.keySet().stream().reduce((_, last) -> last));
        List<Writing> writing = views.writing(talk.id(), who);
        return new ReplyDesk(
                answered,
                answered.map(theirs::get)
                        .map(message -> message.current().author().shown())
                        .orElse(""),
                answered.filter(one -> replies.canLeave(who.organisation(), one)).isPresent(),
                form,
                check,
                saved.choices(who.organisation(), form.language()),
                blanks,
                replies.sent(who, talk.id()),
                writing,
                asksAnyway);
    }

    /** What of theirs stands and the reader may see, in its order. */
    private Map<MessageId, Message> theirs(SignedIn who, Conversation talk) {
        List<MessageId> ids =
                store.entries(talk.id()).stream()
                        .filter(entry -> !entry.ours())
                        .map(Entry::message)
                        .toList();
        Map<MessageId, Message> found = messages.scan(ids, ConversationViews.sight(who));
        Map<MessageId, Message> theirs = new LinkedHashMap<>();
        for (MessageId id : ids) {
            Message message = found.get(id);
            if (message != null && !message.deleted()) {
                theirs.put(id, message);
            }
        }
        return theirs;
    }
}
