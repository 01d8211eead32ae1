package org.lisolo.screening;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as every rule sees them, with their places in the text as written.
 *
 * <p>A word is a run of letters and digits after folding; everything else parts words. Folding
 * takes away case, accents, width, ligatures and zero-width characters. {@code l'hôpital} is the
 * words {@code l} and {@code hopital}. Immutable.
 */
public record Words(List<Word> list) {
    public Words {
        list = List.copyOf(list);
    }

    /** The words of a text, in order. */
    public static Words of(String text) {
        WordBuffer buffer = new WordBuffer();
        buffer.read(text);
        List<Word> words = new ArrayList<>(buffer.count);
        for (int i = 0; i < buffer.count; i++) {
            words.add(new Word(buffer.foldedWord(i), buffer.start(i), buffer.end(i)));
        }
        return new Words(words);
    }

    /** The folded words of a text, parted by single spaces. */
    public static String fold(String text) {
        return String.join(" ", of(text).list.stream().map(Word::folded).toList());
    }
}
