package org.lisolo.server.message;

import org.jspecify.annotations.Nullable;
import org.lisolo.screening.Post;
import org.lisolo.screening.language.Language;
import org.lisolo.screening.language.LanguageIdentifier;

import java.util.Locale;

/** What of an event queries are asked of. Offsets of a match count in {@link #words}. */
public final class Screened {
    /** UTF-16 units of a text from which its language is told. */
    private static final int ENOUGH_TO_TELL = 2_000;

    /** The event that a thread looked at last: each organisation's rules ask for it in turn. */
    private static final ThreadLocal<@Nullable Known> LAST = new ThreadLocal<>();

    private record Known(EventId event, String language) {}

    private Screened() {}

    /** A heading or content warning, an empty line, and the text; or the text alone. */
    public static String words(MessageEvent event) {
        String title = event.title();
        return title == null || title.isBlank() ? event.text() : title + "\n\n" + event.text();
    }

    /**
     * The language of the words: as the network tells it, else as their letters tell; empty where
     * neither does.
     */
    public static String language(MessageEvent event) {
        String told = event.language();
        return told == null || told.isBlank() ? spoken(event) : told;
    }

    private static String spoken(MessageEvent event) {
        Known last = LAST.get();
        if (last == null || !last.event.equals(event.id())) {
            last = new Known(event.id(), spoken(words(event)));
            LAST.set(last);
        }
        return last.language;
    }

    private static String spoken(String words) {
        String beginning =
                words.length() <= ENOUGH_TO_TELL ? words : words.substring(0, ENOUGH_TO_TELL);
        Language language = LanguageIdentifier.standard().identify(beginning).language();
        return language == Language.UNDETERMINED ? "" : language.code();
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
                language(event),
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
