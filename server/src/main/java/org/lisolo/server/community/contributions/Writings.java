package org.lisolo.server.community.contributions;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.community.ContributionId;
import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.message.Message;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.MessageId;
import org.lisolo.server.message.Messages;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.Badges;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;
import org.springframework.stereotype.Service;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes into the log what nobody holds back, and gives it its place here. Thread-safe. */
@Service
class Writings {
    private static final JsonMapper JSON = new JsonMapper();

    private final Inbox inbox;
    private final DiscussionStore store;
    private final DiscussionsFollow follow;
    private final Messages messages;
    private final SaidMarkStore marks;
    private final SaidPictureStore pictures;
    private final Badges badges;
    private final Ids ids;
    private final Clock clock;

    Writings(
            Inbox inbox,
            DiscussionStore store,
            DiscussionsFollow follow,
            Messages messages,
            SaidMarkStore marks,
            SaidPictureStore pictures,
            Badges badges,
            Ids ids,
            Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.follow = follow;
        this.messages = messages;
        this.marks = marks;
        this.pictures = pictures;
        this.badges = badges;
        this.ids = ids;
        this.clock = clock;
    }

    void write(Space space, Draft draft) {
        switch (draft.becomes()) {
            case Draft.Opening opening -> open(space, draft, opening.kind());
            case Draft.Answer answer -> answer(space, draft, answer);
            case Draft.Edit edit ->
                    standing(edit.message(), space)
                            .ifPresent(
                                    now -> {
                                        keep(edit.of(), draft);
                                        change(now, draft);
                                    });
            case Draft.Summary summary -> summarise(space, draft, summary.discussion());
        }
    }

    /** What waited: of pictures that are still to be looked through, the time begins. */
    void letThrough(Space space, Draft draft) {
        write(space, draft);
        pictures.renew(draft.id(), clock.instant());
    }

    /** How large its pictures are is known before the log names them. */
    private void keep(ContributionId of, Draft draft) {
        draft.extra().pictures().forEach(one -> pictures.keep(of, one.size()));
    }

    private void open(Space space, Draft draft, Kind kind) {
        keep(draft.id(), draft);
        Visibility seen =
                kind == Kind.CASE || !space.isOpen() ? Visibility.SPACE : Visibility.PUBLIC;
        accept(created(space, draft, kind.path(draft.id()), seen, null, null), draft.extra());
    }

    private void answer(Space space, Draft draft, Draft.Answer answer) {
        keep(draft.id(), draft);
        ContributionId about = answer.discussion();
        String root = store.path(about);
        String to = answer.to().equals(about) ? root : Place.nameOfAnswer(answer.to());
        Visibility seen = store.isClosed(about) ? Visibility.SPACE : Visibility.PUBLIC;
        accept(
                created(space, draft, Place.nameOfAnswer(draft.id()), seen, to, root),
                draft.extra());
        if (draft.account().flatMap(badges::of).isPresent()) {
            marks.answeredByProfessional(about, draft.id());
        }
    }

    private void summarise(Space space, Draft draft, ContributionId about) {
        String name = Place.nameOfSummary(about);
        Optional<MessageEvent> now = standing(MessageId.of(space.id().channel(), name), space);
        if (now.isPresent()) {
            change(now.get(), draft);
            return;
        }
        String root = store.path(about);
        accept(created(space, draft, name, Visibility.SPACE, root, root), draft.extra());
    }

    /** Nothing, where it was deleted; what moderators took from sight stands and stays unseen. */
    private Optional<MessageEvent> standing(MessageId message, Space space) {
        return messages.find(message, space.id().inFull())
                .filter(found -> !found.deleted())
                .map(Message::current);
    }

    private void change(MessageEvent now, Draft draft) {
        List<Attachment> pictures = draft.extra().attachments();
        accept(again(now, EventKind.EDITED, draft.words(), pictures), draft.extra());
    }

    /** Nobody reads it here any more. */
    void delete(MessageEvent now) {
        Words nothing = Words.of("", Objects.requireNonNullElse(now.language(), ""));
        accept(again(now, EventKind.DELETED, nothing, List.of()), Extra.NOTHING);
    }

    private void accept(MessageEvent event, Extra extra) {
        inbox.accept(List.of(new Arrival(event, payload(event, extra))));
        follow.take(event);
    }

    private MessageEvent created(
            Space space,
            Draft draft,
            String name,
            Visibility seen,
            @Nullable String to,
            @Nullable String root) {
        Words words = draft.words();
        var now = clock.instant();
        return new MessageEvent(
                new EventId(ids.next()),
                EventKind.CREATED,
                space.id().channel(),
                name,
                draft.author(),
                OrganisationId.NONE,
                seen,
                words.language(),
                to,
                root,
                null,
                now,
                now,
                titleOf(words),
                words.text(),
                null,
                draft.extra().attachments());
    }

    private MessageEvent again(
            MessageEvent of, EventKind kind, Words words, List<Attachment> attachments) {
        var now = clock.instant();
        return new MessageEvent(
                new EventId(ids.next()),
                kind,
                of.channel(),
                of.networkId(),
                of.author(),
                of.organisation(),
                of.visibility(),
                words.language(),
                of.inReplyTo(),
                of.root(),
                null,
                now,
                now,
                titleOf(words),
                words.text(),
                null,
                attachments);
    }

    private static @Nullable String titleOf(Words words) {
        return words.titleInLog().isEmpty() ? null : words.titleInLog();
    }

    /** What was sent, as our own network would tell it. */
    private static Payload payload(MessageEvent event, Extra extra) {
        ObjectNode all =
                JSON.createObjectNode()
                        .put("id", event.networkId())
                        .put("kind", event.kind().name())
                        .put("author", event.author().networkId())
                        .put("name", event.author().shown())
                        .put("inReplyTo", Objects.requireNonNullElse(event.inReplyTo(), ""))
                        .put("language", Objects.requireNonNullElse(event.language(), ""))
                        .put("title", Objects.requireNonNullElse(event.title(), ""))
                        .put("text", event.text());
        extra.tell(all);
        return new Payload("application/json", JSON.writeValueAsBytes(all));
    }
}
