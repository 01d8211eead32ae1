package org.lisolo.screening.language;

import org.lisolo.screening.Span;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Tells French, English, Kiswahili, Lingala, Kikongo and Tshiluba apart, by the letters of their
 * words. Immutable, for any number of threads.
 *
 * <p>A text that mixes languages is cut where changing the language explains its words better than
 * keeping it, by Viterbi's algorithm over the words with a price for each change; a single borrowed
 * word or name does not pay that price.
 */
public final class LanguageIdentifier {
    /** Less probable than this, and the answer is {@link Language#UNDETERMINED}. */
    private static final double UNSURE = 0.5;

    /** The price of a change of language, in natural logarithms of odds. */
    private static final double CHANGE = 8;

    /** What a word in another script says against every language. */
    private static final double FOREIGN = 6;

    private static final int LANGUAGES = LanguageModel.LANGUAGES;
    private static final Language[] VALUES = Language.values();

    private final LanguageModel model;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

    /** What one thread works on. */
    private static final class Desk {
        private final LetterWords words = new LetterWords();
        private int[] scores = new int[64 * LANGUAGES];
        private byte[] came = new byte[64 * LANGUAGES];
    }

    private static final class Standard {
        private static final LanguageIdentifier IDENTIFIER = load();

        private static LanguageIdentifier load() {
            try (InputStream input =
                    Objects.requireNonNull(
                            LanguageIdentifier.class.getResourceAsStream("language.model"),
                            "the language model is missing")) {
                return read(input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private LanguageIdentifier(LanguageModel model) {
        this.model = model;
    }

    /** The one that comes with Lisolo; read once, at the first call. */
    public static LanguageIdentifier standard() {
        return Standard.IDENTIFIER;
    }

    /** One that {@link LanguageTraining} wrote; {@link IOException} on anything else. */
    public static LanguageIdentifier read(InputStream model) throws IOException {
        return new LanguageIdentifier(LanguageModel.read(model));
    }

    /** The language of a text and of its parts. Time and memory grow as its length. */
    public LanguageGuess identify(CharSequence text) {
        Desk desk = desks.get();
        LetterWords words = desk.words;
        words.read(text);
        if (words.count == 0) {
            return LanguageGuess.NONE;
        }
        if (desk.scores.length < words.count * LANGUAGES) {
            desk.scores = new int[words.count * 2 * LANGUAGES];
            desk.came = new byte[words.count * 2 * LANGUAGES];
        }
        double[] sums = scoreWords(desk);
        toProbabilities(sums);
        int best = greatest(sums);
        boolean sure = sums[best] >= UNSURE;
        Language language = sure ? VALUES[best] : Language.UNDETERMINED;
        return new LanguageGuess(language, sums[best], segments(desk, language));
    }

    private double[] scoreWords(Desk desk) {
        LetterWords words = desk.words;
        double[] sums = new double[LANGUAGES];
        int foreign = Math.round((float) (FOREIGN / model.unit()));
        for (int i = 0; i < words.count; i++) {
            int at = i * LANGUAGES;
            model.score(words.letters, words.from[i], words.from[i + 1] + 1, desk.scores, at);
            if (words.foreign[i]) {
                desk.scores[at + LANGUAGES - 1] += foreign;
            }
            for (int k = 0; k < LANGUAGES; k++) {
                sums[k] += desk.scores[at + k] * (double) model.unit();
            }
        }
        return sums;
    }

    static void toProbabilities(double[] scores) {
        double greatest = scores[greatest(scores)];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - greatest);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
    }

    private static int greatest(double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }

    private List<LanguageSegment> segments(Desk desk, Language whole) {
        LetterWords words = desk.words;
        int state = bestPath(desk);
        List<LanguageSegment> reversed = new ArrayList<>(1);
        int last = words.count - 1;
        for (int i = words.count - 1; i >= 0; i--) {
            int before = i == 0 ? -1 : desk.came[i * LANGUAGES + state];
            if (before != state) {
                reversed.add(
                        new LanguageSegment(
                                new Span(words.start[i], words.end[last]), VALUES[state]));
                last = i - 1;
                state = before;
            }
        }
        if (reversed.size() == 1) {
            return List.of(new LanguageSegment(reversed.getFirst().span(), whole));
        }
        return reversed.reversed();
    }

    /** Fills {@code came} and gives the best language of the last word. */
    private int bestPath(Desk desk) {
        double[] now = new double[LANGUAGES];
        for (int i = 0; i < desk.words.count; i++) {
            int best = greatest(now);
            double changed = now[best] - CHANGE;
            for (int k = 0; k < LANGUAGES; k++) {
                boolean stays = i == 0 || now[k] >= changed;
                desk.came[i * LANGUAGES + k] = (byte) (stays ? k : best);
                now[k] =
                        (stays ? now[k] : changed)
                                + desk.scores[i * LANGUAGES + k] * (double) model.unit();
            }
        }
        return greatest(now);
    }
}
