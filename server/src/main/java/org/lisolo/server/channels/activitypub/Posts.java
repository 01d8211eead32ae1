package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Times;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Visibility;

import java.time.Instant;
import java.util.List;

/**
 * Makes events of posts.
 *
 * @param object the post, or the activity where there is no post to look at
 * @param activity that carried it
 */
record Posts(Delivery delivery, ActivityObject object, @Nullable ActivityObject activity) {
    MessageEvent post(EventKind kind, ActivityObject post) {
        String id = idOf(post);
        Content content = Content.of(post);
        return event(
                kind,
                id,
                Authors.of(id, post, activity),
                new Place(post.reference("inReplyTo"), rootOf(post, id), quotedBy(post)),
                kind == EventKind.EDITED ? editedAt(post) : publishedAt(post),
                content,
                Attachments.of(post));
    }

    MessageEvent share(ActivityObject announce, String shared) {
        String id = idOf(announce);
        return event(
                EventKind.CREATED,
                id,
                Authors.of(id, announce, null),
                new Place(null, null, shared),
                publishedAt(announce),
                Content.NONE,
                List.of());
    }

    /** The deletion that a tombstone tells of. */
    MessageEvent deletion(ActivityObject tombstone) {
        return deletionOf(idOf(tombstone), tombstone);
    }

    /**
     * A deletion.
     *
     * @param teller the activity or tombstone that tells of it
     */
    MessageEvent deletionOf(String id, ActivityObject teller) {
        return event(
                EventKind.DELETED,
                id,
                Authors.of(id, teller, activity),
                new Place(null, null, null),
                deletedAt(teller),
                Content.NONE,
                List.of());
    }

    private MessageEvent event(
            EventKind kind,
            String id,
            Author author,
            Place place,
            Instant happenedAt,
            Content content,
            List<Attachment> attachments) {
        Visibility visibility = Addressing.visibility(object, activity, delivery.visibility());
        return new MessageEvent(
                delivery.newId(),
                kind,
                delivery.channel(),
                id,
                author,
                delivery.organisation(),
                visibility,
                content.language(),
                place.inReplyTo(),
                place.root(),
                place.shares(),
                happenedAt,
                delivery.receivedAt(),
                content.title(),
                content.text(),
                content.html(),
                attachments);
    }

    private static String idOf(ActivityObject object) {
        String id = object.id();
        if (id == null) {
            throw new Unreadable("activitypub.no-id");
        }
        return id;
    }

    private Instant publishedAt(ActivityObject post) {
        return firstTime(delivery.receivedAt(), post.string("published"), inActivity("published"));
    }

    private Instant deletedAt(ActivityObject teller) {
        return firstTime(
                delivery.receivedAt(), teller.string("deleted"), teller.string("published"));
    }

    /**
     * An edit that doesn't tell its time gets one that is the same at each delivery, so that it is
     * known when it comes again.
     */
    private Instant editedAt(ActivityObject post) {
        return firstTime(
                Instant.EPOCH,
                post.string("updated"),
                post.objects("object").isEmpty()
                        ? null
                        : post.objects("object").getFirst().string("updated"),
                inActivity("updated"),
                inActivity("published"),
                post.string("published"));
    }

    private @Nullable String inActivity(String property) {
        return activity == null ? null : activity.string(property);
    }

    private static Instant firstTime(Instant otherwise, @Nullable String... told) {
        for (String text : told) {
            Instant time = Times.orNull(text);
            if (time != null) {
                return time;
            }
        }
        return otherwise;
    }

    /** Friendica and Lemmy name a conversation by its first post's id and a suffix. */
    private static @Nullable String rootOf(ActivityObject post, String id) {
        String context = post.reference("context");
        if (context == null || !context.matches("(?s).+[#/]context")) {
            return null;
        }
        String root = context.substring(0, context.length() - "#context".length());
        return root.equals(id) ? null : root;
    }

    /** A quotation passes on what it quotes; each kind of server names it in its own way. */
    private static @Nullable String quotedBy(ActivityObject post) {
        for (String property : List.of("quote", "quoteUrl", "quoteUri", "_misskey_quote")) {
            String quoted = post.reference(property);
            if (quoted != null) {
                return quoted;
            }
        }
        return null;
    }

    /** Where a post stands among others. */
    private record Place(
            @Nullable String inReplyTo, @Nullable String root, @Nullable String shares) {}
}
