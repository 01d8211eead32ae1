package org.lisolo.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.archive.WordDifferences.Change;
import org.lisolo.server.archive.WordDifferences.Piece;

import java.util.List;
import java.util.stream.Collectors;

class WordDifferencesTest {
    @Test
    void tellsTheWordsThatChanged() {
        assertThat(WordDifferences.between("jeudi à 10 h", "vendredi à 10 h"))
                .containsExactly(
                        new Piece(Change.REMOVED, "jeudi"),
                        new Piece(Change.ADDED, "vendredi"),
                        new Piece(Change.KEPT, " à 10 h"));
    }

    @Test
    void givesBackBothTexts() {
        String before = "Un texte, avec 😷 des signes\net des lignes.";
        String after = "Le texte sans signes\n\net d’autres lignes !";
        List<Piece> pieces = WordDifferences.between(before, after);
        assertThat(text(pieces, Change.ADDED)).isEqualTo(before);
        assertThat(text(pieces, Change.REMOVED)).isEqualTo(after);
    }

    @Test
    void endsSoonOnLongTexts() {
        String before = "mot ".repeat(100_000);
        String after = "autre ".repeat(100_000);
        assertThat(WordDifferences.between(before, after)).isNotEmpty();
    }

    private static String text(List<Piece> pieces, Change without) {
        return pieces.stream()
                .filter(piece -> piece.change() != without)
                .map(Piece::text)
                .collect(Collectors.joining());
    }
}
