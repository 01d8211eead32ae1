package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Post;

import java.util.Locale;

/** What of an event queries are asked of. Offsets of a match count in {@link #words}. */
public final class Screened {
    private Screened() {}

    /** A heading or content warning, an empty line, and the text; or the text alone. */
    public static String words(MessageEvent event) {
        String title = event.title();
        return title == null || title.isBlank() ? event.text() : title + "\n\n" + event.text();
    }

    /**
     * The event as queries see it.
     *
     * @param channel the name of its channel, as the reader knows it; empty for none
     */
    public static Post post(MessageEvent event, String channel) {
        String words = words(event);
        return new Post(
                words,
                event.language() == null ? "" : event.language(),
                name(event.author()),
                channel,
                hasLink(words, event.html()),
                !event.attachments().isEmpty(),
                event.inReplyTo() != null,
                happened(event.kind()));
    }

    private static String name(Author author) {
        return author.handle() != null && !author.handle().isBlank()
                ? author.handle()
                : author.shown();
    }

    private static boolean hasLink(String words, @Nullable String html) {
        return words.contains("https://")
                || words.contains("http://")
                || (html != null && html.toLowerCase(Locale.ROOT).contains("<a "));
    }

    private static Post.Event happened(EventKind kind) {
        return switch (kind) {
            case CREATED -> Post.Event.CREATED;
            case EDITED -> Post.Event.EDITED;
            case DELETED -> Post.Event.DELETED;
        };
    }
}
