package org.lisolo.server.testing;

import org.lisolo.server.message.Arrival;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.ChannelId;
import org.lisolo.server.message.EventId;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.message.Payload;
import org.lisolo.server.message.Visibility;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Ids;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Events for tests: {@code Said.in(hospital).by("awa").text("bonjour").arrival()}. Each step gives
 * a new one, so a message is edited by changing a copy.
 */
public record Said(
        ChannelId channel,
        OrganisationId organisation,
        EventKind kind,
        String networkId,
        String author,
        Visibility visibility,
        String language,
        String inReplyTo,
        String root,
        Instant at,
        String text,
        List<Attachment> attachments) {
    private static final Ids IDS = new Ids(Clock.systemUTC(), new SecureRandom());

    /** A new public message on a channel of its own. */
    public static Said in(OrganisationId organisation) {
        return new Said(
                new ChannelId(UUID.randomUUID()),
                organisation,
                EventKind.CREATED,
                UUID.randomUUID().toString(),
                "awa",
                Visibility.PUBLIC,
                null,
                null,
                null,
                Instant.parse("2026-03-12T14:05:00Z"),
                "Bonjour",
                List.of());
    }

    public static Said somewhere() {
        return in(new OrganisationId(UUID.randomUUID()));
    }

    public Said on(ChannelId channel) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said id(String networkId) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said by(String author) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said within() {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                Visibility.ORGANISATION,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said language(String language) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    /** Another message, on the same channel, that answers this one. */
    public Said reply(String text) {
        return new Said(
                channel,
                organisation,
                EventKind.CREATED,
                UUID.randomUUID().toString(),
                author,
                visibility,
                language,
                networkId,
                root,
                at.plusSeconds(60),
                text,
                List.of());
    }

    /** Another message on the same channel. */
    public Said next(String text) {
        return new Said(
                channel,
                organisation,
                EventKind.CREATED,
                UUID.randomUUID().toString(),
                author,
                visibility,
                language,
                null,
                null,
                at.plusSeconds(60),
                text,
                List.of());
    }

    public Said root(String root) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said at(Instant at) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said text(String text) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                attachments);
    }

    public Said with(Attachment attachment) {
        return new Said(
                channel,
                organisation,
                kind,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at,
                text,
                List.of(attachment));
    }

    /** The same message edited, a minute later. */
    public Said edited(String text) {
        return new Said(
                channel,
                organisation,
                EventKind.EDITED,
                networkId,
                author,
                visibility,
                language,
                inReplyTo,
                root,
                at.plusSeconds(60),
                text,
                attachments);
    }

    /** The same message deleted, two minutes later. */
    public Said deleted() {
        return new Said(
                channel,
                organisation,
                EventKind.DELETED,
                networkId,
                author,
                visibility,
                null,
                null,
                null,
                at.plusSeconds(120),
                "",
                List.of());
    }

    public MessageEvent event() {
        return new MessageEvent(
                new EventId(IDS.next()),
                kind,
                channel,
                networkId,
                new Author(author, "@" + author, null),
                organisation,
                visibility,
                language,
                inReplyTo,
                root,
                null,
                at,
                at.plusSeconds(1),
                null,
                text,
                null,
                attachments);
    }

    public Arrival arrival() {
        byte[] raw = ("{\"said\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        return new Arrival(event(), new Payload("application/json", raw));
    }
}
