package org.lisolo.screening;

/**
 * What is screened: a text and what is known about it. What is not known is the empty string.
 *
 * @param lang a language tag such as {@code fr} or {@code fr-CD}
 * @param author the author's name or handle, with or without a leading {@code @}
 * @param channel where it was said, such as {@code facebook}
 * @param hasLink whether it carries a link
 * @param hasMedia whether it carries a picture, a sound or a film
 * @param isReply whether it answers another post
 * @param event what happened to it
 */
public record Post(
        String text,
        String lang,
        String author,
        String channel,
        boolean hasLink,
        boolean hasMedia,
        boolean isReply,
        Event event) {

    /** Greatest length of a text that is screened, in UTF-16 units. */
    public static final int MAX_LENGTH = 2_000_000;

    /** What happened to a post. */
    public enum Event {
        CREATED,
        EDITED,
        DELETED
    }

    /** A new post of which only the text is known. */
    public static Post of(String text) {
        return new Post(text, "", "", "", false, false, false, Event.CREATED);
    }

    public Post withText(String text) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withLang(String lang) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withAuthor(String author) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withChannel(String channel) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withLink(boolean hasLink) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withMedia(boolean hasMedia) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withReply(boolean isReply) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }

    public Post withEvent(Event event) {
        return new Post(text, lang, author, channel, hasLink, hasMedia, isReply, event);
    }
}
