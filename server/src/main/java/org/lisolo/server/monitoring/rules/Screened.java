package org.lisolo.server.monitoring.rules;

import org.lisolo.screening.Post;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.EventKind;
import org.lisolo.server.message.MessageEvent;

import java.util.Locale;

/** What of an event is screened. Offsets of a match count in {@link #words}. */
public final class Screened {
    private Screened() {}

    /** A heading or content warning, an empty line, and the text; or the text alone. */
    public static String words(MessageEvent event) {
        String title = event.title();
        return title == null || title.isBlank() ? event.text() : title + "\n\n" + event.text();
    }

    /** The event as the rules see it; {@code channel:} is the channel's id. */
    static Post post(MessageEvent event) {
        String words = words(event);
        return new Post(
                words,
                event.language() == null ? "" : event.language(),
                name(event.author()),
                event.channel().toString(),
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

    private static boolean hasLink(String words, @org.jspecify.annotations.Nullable String html) {
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
