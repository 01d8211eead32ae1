package org.lisolo.server.channels.activitypub;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.message.Attachment;

import tools.jackson.databind.JsonNode;

import java.net.URLConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures, sound, films and links of a post. */
final class Attachments {
    private static final int MOST = 64;

    private Attachments() {}

    static List<Attachment> of(ActivityObject post) {
        Map<String, Attachment> found = new LinkedHashMap<>();
        for (JsonNode value : post.values("attachment", "image")) {
            Attachment attachment = value.isString() ? link(value.stringValue()) : of(value);
            if (attachment != null && attachment.url() != null) {
                found.putIfAbsent(attachment.url(), attachment);
            }
        }
        Attachment played = played(post);
        if (played != null && played.url() != null) {
            found.putIfAbsent(played.url(), played);
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static @Nullable Attachment link(String url) {
        return url.isBlank() ? null : new Attachment(guessed(url, "image/*"), null, url, null);
    }

    private static @Nullable Attachment of(JsonNode value) {
        var object = new ActivityObject(value);
        String url = object.reference("url");
        if (url == null) {
            url = object.string("href");
        }
        if (!value.isObject() || object.type().equals("PropertyValue") || url == null) {
            return null;
        }
        String otherwise =
                switch (object.type()) {
                    case "Image" -> "image/*";
                    case "Video" -> "video/*";
                    case "Audio" -> "audio/*";
                    case "Link", "Page" -> "text/html";
                    default -> "application/octet-stream";
                };
        String mediaType = mediaType(object);
        String name = object.string("name");
        return new Attachment(
                mediaType == null ? guessed(url, otherwise) : mediaType,
                name == null ? object.string("summary") : name,
                url,
                null);
    }

    /** A film or recording comes as links to the same thing in many sizes: the first will do. */
    private static @Nullable Attachment played(ActivityObject post) {
        if (!post.type().equals("Video") && !post.type().equals("Audio")) {
            return null;
        }
        for (ActivityObject link : post.objects("url")) {
            String mediaType = mediaType(link);
            String url = link.string("href");
            if (mediaType != null && url != null && isPlayed(mediaType)) {
                return new Attachment(mediaType, null, url, null);
            }
        }
        return null;
    }

    private static boolean isPlayed(String mediaType) {
        return mediaType.startsWith("video/")
                || mediaType.startsWith("audio/")
                || mediaType.equalsIgnoreCase("application/x-mpegURL");
    }

    private static @Nullable String mediaType(ActivityObject object) {
        String mediaType = object.string("mediaType");
        if (mediaType == null) {
            mediaType = object.string("mimeType");
        }
        return mediaType == null && !object.objects("url").isEmpty()
                ? object.objects("url").getFirst().string("mediaType")
                : mediaType;
    }

    private static String guessed(String url, String otherwise) {
        String path = url.replaceFirst("(?s)[?#].*", "");
        String guess = URLConnection.guessContentTypeFromName(path);
        return guess == null ? otherwise : guess;
    }
}
