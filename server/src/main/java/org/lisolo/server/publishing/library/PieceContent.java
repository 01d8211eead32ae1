package org.lisolo.server.publishing.library;

import org.lisolo.server.publishing.Source;
import org.lisolo.server.publishing.Topic;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a piece says.
 *
 * @param tags words to find it by, with commas between
 * @param sources one a line, see {@link Source}
 */
public record PieceContent(
        Topic topic, String tags, String sources, Wording french, Wording english) {
    /** The languages a piece can be written in. */
    public static final List<String> LANGUAGES = List.of("fr", "en");

    public Wording in(String language) {
        return language.equals("en") ? english : french;
    }

    /** In the reader's language where it was written in it, else in the other. */
    public Wording shownIn(String language) {
        Wording own = in(language);
        return own.isThere() ? own : in(language.equals("en") ? "fr" : "en");
    }

    public List<Source> cited() {
        return Source.parse(sources);
    }

    public List<String> tagList() {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    /** All its words, without case and accents, to be searched. */
    String searched() {
        return folded(
                Stream.of(french, english)
                        .flatMap(w -> Stream.of(w.title(), w.text(), w.brief(), w.simple()))
                        .collect(Collectors.joining("\n", tags + "\n", "\n" + sources)));
    }

    /** What lists are ordered by. */
    String name() {
        return folded(shownIn("fr").title());
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
    }
}
