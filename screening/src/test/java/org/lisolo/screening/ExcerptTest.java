package org.lisolo.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.screening.Excerpt.Piece;

import java.util.List;

class ExcerptTest {
    @Test
    void cutsWhereMarksBeginAndEnd() {
        Excerpt excerpt = Excerpt.whole("il a la fièvre et le palu", spans(8, 14, 21, 25));
        assertThat(excerpt.pieces())
                .containsExactly(
                        new Piece("il a la ", false),
                        new Piece("fièvre", true),
                        new Piece(" et le ", false),
                        new Piece("palu", true));
    }

    @Test
    void marksOverlapsOnce() {
        Excerpt excerpt = Excerpt.whole("fièvre jaune", spans(0, 6, 0, 12, 7, 12));
        assertThat(excerpt.plain()).isEqualTo("fièvre jaune");
        assertThat(excerpt.pieces()).allMatch(Piece::marked);
    }

    @Test
    void passesOverMarksBeyondTheText() {
        Excerpt excerpt = Excerpt.whole("court", spans(3, 90, 200, 300));
        assertThat(excerpt.plain()).isEqualTo("court");
        assertThat(excerpt.pieces()).last().isEqualTo(new Piece("rt", true));
    }

    @Test
    void showsTheWordsAroundTheFirstMark() {
        String text = "mot ".repeat(500) + "choléra" + " fin".repeat(500);
        Excerpt excerpt = Excerpt.brief(text, spans(2_000, 2_007));
        assertThat(excerpt.plain()).contains("choléra").hasSizeLessThan(300);
        assertThat(excerpt.cutBefore()).isTrue();
        assertThat(excerpt.cutAfter()).isTrue();
    }

    @Test
    void neverCutsACharacterInTwo() {
        String text = "😷".repeat(400);
        Excerpt excerpt = Excerpt.brief(text, spans(402, 404));
        assertThat(excerpt.plain().codePoints()).allMatch(c -> c == 0x1F637);
    }

    @Test
    void showsAnEmptyTextAsNothing() {
        assertThat(Excerpt.brief("", List.of()).pieces()).isEmpty();
    }

    private static List<Span> spans(int... ends) {
        var spans = new java.util.ArrayList<Span>();
        for (int i = 0; i < ends.length; i += 2) {
            spans.add(new Span(ends[i], ends[i + 1]));
        }
        return spans;
    }
}
