package org.lisolo.server.channels.lisolo;

import org.jspecify.annotations.Nullable;
import org.lisolo.server.channels.format.Json;
import org.lisolo.server.channels.format.Unreadable;
import org.lisolo.server.message.Attachment;
import org.lisolo.server.message.ContentHash;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The files of an event: each elsewhere by its address, or here with its bytes in Base64. */
final class Files {
    private final List<byte[]> bytes = new ArrayList<>();

    List<Attachment> attachments(Members event) {
        return event
                .objects("attachments", EventMembers.ATTACHMENT, EventMembers.MOST_ATTACHMENTS)
                .stream()
                .map(this::attachment)
                .toList();
    }

    /** What came with the event, in its order. */
    List<byte[]> bytes() {
        return List.copyOf(bytes);
    }

    private Attachment attachment(Members members) {
        String mediaType = members.text("mediaType", 255);
        if (!mediaType.matches("[\\w!#$&^.+-]+/[\\w!#$&^.+*-]+(\\s*;.*)?")) {
            throw new Unreadable("lisolo.unknown-value", "mediaType");
        }
        String url = members.textOrNull("url", EventMembers.LONGEST_ID);
        ContentHash content = content(members);
        if (url == null && content == null) {
            throw new Unreadable("lisolo.missing", "url");
        }
        return new Attachment(mediaType, members.textOrNull("alt", 10_000), url, content);
    }

    private @Nullable ContentHash content(Members members) {
        String encoded = members.textOrNull("bytes", Json.LARGEST);
        if (encoded == null) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(encoded);
            bytes.add(decoded);
            return ContentHash.of(decoded);
        } catch (IllegalArgumentException _) {
            throw new Unreadable("lisolo.not-base64", "bytes");
        }
    }
}
