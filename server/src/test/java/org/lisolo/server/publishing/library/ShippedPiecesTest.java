package org.lisolo.server.publishing.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.publishing.Source;
import org.lisolo.server.publishing.Topic;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** What comes with the product is honest, whole and in both languages. */
class ShippedPiecesTest {
    private final Map<String, PieceContent> pieces = new ShippedPieces().all();

    @Test
    void thereAreSixtyOnEveryTopic() {
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(60);
        assertThat(pieces.values().stream().map(PieceContent::topic)).contains(Topic.values());
    }

    @Test
    void eachSaysTheSameInBothLanguagesInThreeWays() {
        pieces.forEach(
                (name, piece) -> {
                    for (String language : PieceContent.LANGUAGES) {
                        Wording wording = piece.in(language);
                        assertThat(wording.title()).as(name).isNotBlank().hasSizeLessThan(151);
                        assertThat(wording.simple()).as(name).isNotBlank();
                        assertThat(wording.brief()).as(name).isNotBlank().hasSizeLessThan(301);
                        assertThat(blanks(wording.text()))
                                .as(name + " has as many blanks")
                                .isEqualTo(blanks(piece.french().text()));
                    }
                });
    }

    private static long blanks(String text) {
        return text.chars().filter(sign -> sign == '[').count();
    }

    @Test
    void whatIsMedicalNamesItsSourceWithADate() {
        pieces.forEach(
                (name, piece) -> {
                    if (piece.topic().isOfHealth()) {
                        assertThat(piece.cited()).as(name).isNotEmpty();
                    }
                    assertThat(Source.problems(piece.sources(), "sources")).as(name).isEmpty();
                });
    }

    @Test
    void noneHasADoseANumberToCallOrAnExclamationMark() {
        pieces.forEach(
                (name, piece) ->
                        Stream.of(piece.french(), piece.english())
                                .flatMap(one -> Stream.of(one.text(), one.brief(), one.simple()))
                                .flatMap(text -> Arrays.stream(text.split("\n", -1)))
                                .forEach(
                                        line ->
                                                assertThat(line)
                                                        .as(name)
                                                        .doesNotContain("!")
                                                        .doesNotContainPattern("\\+?\\d{6,}")
                                                        .doesNotContainPattern(
                                                                "\\d\\s*(mg|ml|UI|IU)\\b")));
    }
}
