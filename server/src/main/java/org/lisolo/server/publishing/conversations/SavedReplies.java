package org.lisolo.server.publishing.conversations;

import org.lisolo.server.monitoring.Addresses;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.platform.Sentences;
import org.lisolo.server.publishing.PieceId;
import org.lisolo.server.publishing.library.Library;
import org.lisolo.server.publishing.library.LibraryFilter;
import org.lisolo.server.publishing.library.Piece;
import org.lisolo.server.publishing.library.PieceState;
import org.lisolo.server.publishing.library.Variant;
import org.lisolo.server.publishing.posts.Post;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers that are ready: pieces of the library that a clinician has signed, the organisation's own
 * that are tagged as answers, and the one that asks somebody not to go on here.
 */
@Component
class SavedReplies {
    /** The answers that are made of the safe places. */
    static final String NOT_HERE = "not-here";

    static final String WHERE_TO_GO = "where-to-go";

    private static final Pattern BLANK = Pattern.compile("\\[([^\\[\\]\\n]{1,80})]");
    private static final int MOST = 500;

    private final Library library;
    private final ConversationSettingStore settings;
    private final Sentences sentences;
    private final Clock clock;

    SavedReplies(
            Library library, ConversationSettingStore settings, Sentences sentences, Clock clock) {
        this.library = library;
        this.settings = settings;
        this.sentences = sentences;
        this.clock = clock;
    }

    /**
     * An answer that is ready.
     *
     * @param from the piece that it is, where a signature can count for it
     */
    record Ready(String text, Optional<Post.From> from) {
        /** What is left to fill in, each once. */
        List<String> blanks() {
            return BLANK.matcher(text).results().map(found -> found.group(1)).distinct().toList();
        }

        /** With this in the blanks; those without anything stay. */
        String filled(Map<String, String> values) {
            Matcher blank = BLANK.matcher(text);
            return blank.replaceAll(
                    found -> {
                        String value = values.getOrDefault(found.group(1), "").strip();
                        return Matcher.quoteReplacement(value.isEmpty() ? found.group() : value);
                    });
        }
    }

    /** By what is sent and how they are called. */
    Map<String, String> choices(OrganisationId organisation, String language) {
        Map<String, String> choices = new LinkedHashMap<>();
        Locale locale = Locale.of(language);
        if (settings.of(organisation).hasPlace()) {
            for (String made : List.of(NOT_HERE, WHERE_TO_GO)) {
                choices.put(made, sentences.say(locale, "conversations.ready." + made + ".name"));
            }
        }
        List<Piece> pieces =
                library.list(organisation, LibraryFilter.ALL, MOST).stream()
                        .filter(piece -> piece.content().in(language).isThere())
                        .filter(piece -> isSigned(piece) || isOwnAnswer(piece))
                        .toList();
        Stream.concat(
                        pieces.stream().filter(SavedReplies::isAnswer),
                        pieces.stream().filter(piece -> !isAnswer(piece)))
                .forEach(piece -> name(piece, language, choices));
        return choices;
    }

    private void name(Piece piece, String language, Map<String, String> choices) {
        var wording = piece.content().in(language);
        for (Variant variant : wording.variants().reversed()) {
            String how = sentences.say(Locale.of(language), "library.variant." + variant.key());
            choices.put(piece.id() + ":" + variant.key(), wording.title() + " (" + how + ")");
        }
    }

    private boolean isSigned(Piece piece) {
        return piece.state(clock.instant()) == PieceState.REVIEWED;
    }

    private static boolean isAnswer(Piece piece) {
        return piece.content().tagList().stream()
                .anyMatch(tag -> tag.equalsIgnoreCase("réponse") || tag.equalsIgnoreCase("reply"));
    }

    /** What ships with the product is said only once it is signed; one's own through the gate. */
    private static boolean isOwnAnswer(Piece piece) {
        return isAnswer(piece) && piece.shipped().isEmpty() && !piece.retired();
    }

    /** The one that was chosen, in this language; empty if there is none. */
    Optional<Ready> find(OrganisationId organisation, String chosen, String language) {
        if (chosen.equals(NOT_HERE) || chosen.equals(WHERE_TO_GO)) {
            return Optional.of(new Ready(made(organisation, chosen, language), Optional.empty()));
        }
        String[] parts = chosen.split(":", 2);
        Optional<Variant> variant = parts.length < 2 ? Optional.empty() : Variant.ofKey(parts[1]);
        return Addresses.id(parts[0])
                .flatMap(id -> library.find(organisation, new PieceId(id)))
                .filter(piece -> isSigned(piece) || isOwnAnswer(piece))
                .flatMap(piece -> variant.map(one -> ready(piece, one, language)))
                .filter(ready -> !ready.text().isEmpty());
    }

    private Ready ready(Piece piece, Variant variant, String language) {
        return new Ready(
                piece.content().in(language).text(variant),
                isSigned(piece)
                        ? Optional.of(new Post.From(piece.id(), piece.version(), variant))
                        : Optional.empty());
    }

    private String made(OrganisationId organisation, String which, String language) {
        ConversationSettings now = settings.of(organisation);
        String places =
                Stream.of(now.phone(), now.place(), now.link())
                        .filter(place -> !place.isEmpty())
                        .collect(Collectors.joining(" ; "));
        return sentences.say(Locale.of(language), "conversations.ready." + which, places);
    }

    /** A piece's id, from a form. */
    static Optional<UUID> piece(String typed) {
        return Addresses.id(typed);
    }
}
