package org.lisolo.screening.language;

import java.io.IOException;
import java.io.OutputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Learns a model from texts whose language is known: multinomial logistic regression by stochastic
 * gradient with a step of its own for each weight (Duchi, Hazan and Singer, "Adaptive subgradient
 * methods", JMLR 12, 2011), on windows of one word up to the whole text, so that short posts are
 * what it knows best. Now and then the accents are taken away, as people do. The same examples in
 * the same order with the same seed give the same model.
 */
public final class LanguageTraining {
    private static final int BITS = 18;
    private static final int ROUNDS = 24;
    private static final float STEP = 0.25f;
    private static final double LARGEST = 6.0;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<Language> ORDER = List.of(Language.values());
    private static final int LANGUAGES = LanguageModel.LANGUAGES;

    private final float[] weights = new float[(1 << BITS) * LANGUAGES];
    private final float[] squares = new float[(1 << BITS) * LANGUAGES];
    private final LetterWords words = new LetterWords();
    private final SplittableRandom random;
    private int[] rows = new int[4096];
    private int count;

    private LanguageTraining(long seed) {
        random = new SplittableRandom(seed);
        Arrays.fill(squares, 1e-2f);
    }

    /**
     * Learns, and writes the model where {@link LanguageIdentifier#read} can read it.
     *
     * @param examples at least one; each language should have about as many
     */
    public static void learn(List<LanguageExample> examples, long seed, OutputStream output)
            throws IOException {
        LanguageTraining training = new LanguageTraining(seed);
        int[] order = new int[examples.size()];
        Arrays.setAll(order, i -> i);
        for (int round = 0; round < ROUNDS; round++) {
            training.shuffle(order);
            float step = STEP * (1 - (float) round / ROUNDS);
            for (int i : order) {
                LanguageExample example = examples.get(i);
                training.learn(training.window(example.text()), example.language(), step);
            }
        }
        training.model().write(output);
    }

    private void shuffle(int[] order) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** Some words of a text that follow each other. */
    private String window(String text) {
        String shown = text;
        if (random.nextInt(5) == 0) {
            shown = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        }
        int size =
                switch (random.nextInt(10)) {
                    case 0 -> 1;
                    case 1, 2, 3 -> 2;
                    case 4, 5 -> 3 + random.nextInt(3);
                    case 6, 7 -> 6 + random.nextInt(6);
                    default -> Integer.MAX_VALUE;
                };
        String[] all = BLANKS.split(shown.strip());
        if (size >= all.length) {
            return shown;
        }
        // as often at the beginning, where a text is cut, as anywhere
        int from = random.nextBoolean() ? 0 : random.nextInt(all.length - size + 1);
        return String.join(" ", Arrays.copyOfRange(all, from, from + size));
    }

    private void learn(String text, Language language, float step) {
        words.read(text);
        count = 0;
        for (int i = 0; i < words.count; i++) {
            LanguageModel.rows(
                    words.letters, words.from[i], words.from[i + 1] + 1, BITS, this::add);
        }
        if (count == 0) {
            return;
        }
        double[] scores = new double[LANGUAGES];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < LANGUAGES; k++) {
                scores[k] += weights[rows[i] + k];
            }
        }
        LanguageIdentifier.toProbabilities(scores);
        scores[ORDER.indexOf(language)] -= 1;
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < LANGUAGES; k++) {
                float slope = (float) scores[k];
                int at = rows[i] + k;
                squares[at] += slope * slope;
                weights[at] -= step * slope / (float) Math.sqrt(squares[at]);
            }
        }
    }

    private void add(int row) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count * 2);
        }
        rows[count++] = row * LANGUAGES;
    }

    private LanguageModel model() {
        float unit = (float) (LARGEST / 127);
        byte[] bytes = new byte[weights.length];
        for (int row = 0; row < weights.length; row += LANGUAGES) {
            float mean = 0;
            for (int k = 0; k < LANGUAGES; k++) {
                mean += weights[row + k] / LANGUAGES;
            }
            for (int k = 0; k < LANGUAGES; k++) {
                int rounded = Math.round((weights[row + k] - mean) / unit);
                bytes[row + k] = (byte) Math.clamp(rounded, -127, 127);
            }
        }
        return new LanguageModel(BITS, unit, bytes);
    }
}
