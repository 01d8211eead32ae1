package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/**
 * What makes two deliveries the same event. A deletion is the same whenever it comes again; a
 * creation when it says the same; an edit when it also happened at the same time, for a text may be
 * changed and changed back.
 */
final class Fingerprint {
    private final MessageDigest sha256 = NameId.sha256();

    private Fingerprint() {}

    static UUID of(MessageEvent event) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(event.message().value().toString());
        fingerprint.add(event.kind().name());
        switch (event.kind()) {
            case CREATED -> fingerprint.addContent(event);
            case EDITED -> {
                fingerprint.addContent(event);
                fingerprint.add(event.happenedAt().toString());
            }
            case DELETED -> {}
        }
        return NameId.of(fingerprint.sha256.digest());
    }

    private void addContent(MessageEvent event) {
        add(event.author().networkId());
        add(event.inReplyTo());
        add(event.shares());
        add(event.title());
        add(event.text());
        for (Attachment attachment : event.attachments()) {
            add(attachment.mediaType());
            add(attachment.altText());
            add(attachment.url());
            add(attachment.content() == null ? null : attachment.content().hex());
        }
    }

    /** Each part with its length before it, so that no two lists of parts read the same. */
    private void add(@Nullable String part) {
        if (part == null) {
            sha256.update((byte) 0);
            return;
        }
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha256.update((byte) 1);
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (bytes.length >>> shift));
        }
        sha256.update(bytes);
    }
}
