package org.lisolo.server.channels.lisolo;

import org.lisolo.server.channels.format.Delivery;
import org.lisolo.server.channels.format.Format;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Reading;
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
 * Our own event JSON, as {@code docs/event-format.md} and the JSON Schema beside this class tell
 * it. Strict: whoever writes it can mend it, so a member that we don't know, a wrong type or a key
 * that stands twice is refused.
 */
public final class LisoloFormat implements Format {
    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public Reading read(byte[] payload, Delivery delivery) {
        try {
            Members members = Members.of(Json.strictObject(payload), EventMembers.ALL);
            Files files = new Files();
            return new Reading.Understood(List.of(event(members, delivery, files)), files.bytes());
        } catch (Unreadable e) {
            return new Reading.NotUnderstood(e.reason());
        }
    }

    private static MessageEvent event(Members members, Delivery delivery, Files files) {
        EventKind kind = kind(members);
        boolean deletion = kind == EventKind.DELETED;
        String text = members.textOrNull("text", EventMembers.LONGEST_TEXT);
        List<Attachment> attachments = files.attachments(members);
        if (!deletion && text == null) {
            throw new Unreadable("lisolo.missing", "text");
        }
        if (deletion && (text != null || !attachments.isEmpty())) {
            throw new Unreadable("lisolo.content-in-deletion");
        }
        return new MessageEvent(
                delivery.newId(),
                kind,
                delivery.channel(),
                members.text("id", EventMembers.LONGEST_ID),
                author(members),
                delivery.organisation(),
                visibility(members, delivery),
                members.languageOrNull("language"),
                members.textOrNull("inReplyTo", EventMembers.LONGEST_ID),
                members.textOrNull("root", EventMembers.LONGEST_ID),
                members.textOrNull("shares", EventMembers.LONGEST_ID),
                happenedAt(members, kind, delivery),
                delivery.receivedAt(),
                members.textOrNull("title", EventMembers.LONGEST_TITLE),
                text == null ? "" : text,
                members.textOrNull("html", EventMembers.LONGEST_TEXT),
                attachments);
    }

    private static EventKind kind(Members members) {
        String event = members.text("event", 20);
        return switch (event) {
            case "create" -> EventKind.CREATED;
            case "edit" -> EventKind.EDITED;
            case "delete" -> EventKind.DELETED;
            default -> throw new Unreadable("lisolo.unknown-value", "event");
        };
    }

    private static Author author(Members members) {
        Members author = members.object("author", EventMembers.AUTHOR);
        return new Author(
                author.text("id", EventMembers.LONGEST_ID),
                author.textOrNull("handle", EventMembers.LONGEST_TITLE),
                author.textOrNull("name", EventMembers.LONGEST_TITLE));
    }

    private static Visibility visibility(Members members, Delivery delivery) {
        String visibility = members.textOrNull("visibility", 20);
        if (visibility == null) {
            return delivery.visibility();
        }
        return switch (visibility) {
            case "public" -> Visibility.PUBLIC;
            case "organisation" -> Visibility.ORGANISATION;
            default -> throw new Unreadable("lisolo.unknown-value", "visibility");
        };
    }

    /** An edit must tell its time: it puts edits in order, and knows one that comes again. */
    private static Instant happenedAt(Members members, EventKind kind, Delivery delivery) {
        String told = members.textOrNull("happenedAt", 40);
        if (told == null) {
            if (kind == EventKind.EDITED) {
                throw new Unreadable("lisolo.missing", "happenedAt");
            }
            return delivery.receivedAt();
        }
        boolean zoned = told.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
        Instant time = zoned ? Times.orNull(told) : null;
        if (time == null) {
            throw new Unreadable("lisolo.not-a-time", "happenedAt");
        }
        return time;
    }
}
