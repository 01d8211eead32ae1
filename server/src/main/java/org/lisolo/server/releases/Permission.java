package org.lisolo.server.releases;

import org.lisolo.server.channels.ChannelKind;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a signed permission allows. It is for just the words and pictures that were shown to whoever
 * signed: another text or another picture, however alike, it is not for.
 */
public record Permission(
        ReleaseId release,
        Set<String> words,
        Set<String> pictures,
        Set<ChannelKind> places,
        Instant until) {
    public Permission {
        words = words.stream().map(Permission::plain).collect(Collectors.toUnmodifiableSet());
        pictures = Set.copyOf(pictures);
        places = Set.copyOf(places);
    }

    static Permission of(Release signed) {
        return new Permission(
                signed.id(),
                Stream.concat(
                                signed.scope().words().stream(),
                                signed.pictures().stream().map(Picture::alt))
                        .collect(Collectors.toSet()),
                signed.pictures().stream().map(Picture::hash).collect(Collectors.toSet()),
                signed.scope().places(),
                signed.until().orElse(Instant.MIN));
    }

    public boolean coversWords(String text, Set<ChannelKind> where, Instant when) {
        return words.contains(plain(text)) && covers(where, when);
    }

    /**
     * Whether it is for this picture there and then.
     *
     * @param hash SHA-256 of its bytes, in hexadecimal
     */
    public boolean coversPicture(String hash, Set<ChannelKind> where, Instant when) {
        return pictures.contains(hash) && covers(where, when);
    }

    private boolean covers(Set<ChannelKind> where, Instant when) {
        return places.containsAll(where) && when.isBefore(until);
    }

    /** Blanks and line breaks say nothing. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }
}
