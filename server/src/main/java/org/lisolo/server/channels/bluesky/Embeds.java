package org.lisolo.server.channels.bluesky;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Attachment;

import tools.jackson.databind.JsonNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a post carries beside its words ({@code app.bsky.embed.*}). */
final class Embeds {
    private static final String BLOBS = "https://bsky.social/xrpc/com.atproto.sync.getBlob";

    private Embeds() {}

    /** The address of the post that this one quotes. */
    static @Nullable String quoted(JsonNode embed) {
        JsonNode record = embed.path("record");
        if (record.path("record").isObject()) {
            record = record.path("record");
        }
        String uri = BlueskyFormat.textOrNull(record, "uri");
        return uri != null && uri.contains("/" + BlueskyFormat.POST + "/") ? uri : null;
    }

    static List<Attachment> of(JsonNode embed, String did) {
        List<Attachment> attachments = new ArrayList<>();
        if (embed.path("media").isObject()) {
            attachments.addAll(of(embed.path("media"), did));
        }
        for (JsonNode image : embed.path("images")) {
            attachments.add(file(image.path("image"), alt(image), "image/*", did));
        }
        if (embed.path("video").isObject()) {
            attachments.add(file(embed.path("video"), alt(embed), "video/*", did));
        }
        if (embed.path("external").isObject()) {
            attachments.add(link(embed.path("external")));
        }
        return attachments;
    }

    private static @Nullable String alt(JsonNode json) {
        return BlueskyFormat.textOrNull(json, "alt");
    }

    private static Attachment file(
            JsonNode blob, @Nullable String alt, String otherwise, String did) {
        String mediaType = BlueskyFormat.textOrNull(blob, "mimeType");
        String cid = BlueskyFormat.textOrNull(blob.path("ref"), "$link");
        if (cid == null) {
            cid = BlueskyFormat.textOrNull(blob, "cid");
        }
        String url = cid == null ? null : BLOBS + "?did=" + encoded(did) + "&cid=" + encoded(cid);
        return new Attachment(mediaType == null ? otherwise : mediaType, alt, url, null);
    }

    /** A link is shown as a card: its title and description are words that readers see. */
    private static Attachment link(JsonNode external) {
        String words =
                Stream.of("title", "description")
                        .map(property -> external.path(property))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n"));
        return new Attachment(
                "text/html",
                words.isEmpty() ? null : words,
                BlueskyFormat.textOrNull(external, "uri"),
                null);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
