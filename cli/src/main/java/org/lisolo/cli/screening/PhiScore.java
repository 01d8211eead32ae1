package org.lisolo.cli.screening;

import org.lisolo.screening.Span;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * How good findings are, beside known ones. A known identifier is found when nine in ten of its
 * letters and digits lie under findings; a finding is right when half of it lies under known ones.
 * Strict is the very stretch; overlap is intersection over union of 0.7. What the corpora mark that
 * is no identifier is neither asked for nor held against a finding.
 */
final class PhiScore {
    /** Labels that name no identifier of Safe Harbor, or mix countries with towns. */
    static final Set<String> NEUTRAL =
            Set.of(
                    "ORGANIZATION",
                    "ORG",
                    "TITLE",
                    "GPE",
                    "LOCATION",
                    "NRP",
                    "NATIONALITY",
                    "AGE",
                    "SEXO_SUJETO_ASISTENCIA",
                    "PROFESION",
                    "EDAD_SUJETO_ASISTENCIA",
                    "FAMILIARES_SUJETO_ASISTENCIA",
                    "JOB_TITLE",
                    "PREFIX",
                    "GENDER");

    private static final double OVERLAP = 0.7;
    private static final int SAMPLES = 400;

    private final List<Text> texts = new ArrayList<>();
    private final Map<String, int[]> byLabel = new TreeMap<>();

    /** What came of one text: counts of spans and of letters and digits. */
    private record Text(
            int asked,
            int found,
            int strict,
            int overlapped,
            int ours,
            int right,
            int counted,
            int strictOurs,
            int overlapping,
            int goldLetters,
            int ourLetters,
            int bothLetters,
            boolean harmless) {}

    void add(GoldTexts.Gold gold, List<Span> ours) {
        BitSet known = new BitSet();
        BitSet marked = new BitSet();
        BitSet under = new BitSet();
        for (GoldTexts.Mark mark : gold.marks()) {
            BitSet letters = solid(gold.text(), mark.start(), mark.end());
            marked.or(letters);
            if (!NEUTRAL.contains(mark.label())) {
                known.or(letters);
            }
        }
        ours.forEach(s -> under.or(solid(gold.text(), s.start(), s.end())));
        BitSet neutral = (BitSet) marked.clone();
        neutral.andNot(known);
        int[] asked = asked(gold, ours, under);
        int[] said = said(gold, ours, marked, neutral);
        BitSet both = (BitSet) known.clone();
        both.and(under);
        under.andNot(neutral);
        texts.add(
                new Text(
                        asked[0],
                        asked[1],
                        asked[2],
                        asked[3],
                        ours.size(),
                        said[0],
                        said[1],
                        said[2],
                        said[3],
                        known.cardinality(),
                        under.cardinality(),
                        both.cardinality(),
                        gold.marks().isEmpty()));
    }

    private int[] asked(GoldTexts.Gold gold, List<Span> ours, BitSet under) {
        int[] counts = new int[4];
        for (GoldTexts.Mark mark : gold.marks()) {
            if (NEUTRAL.contains(mark.label())) {
                continue;
            }
            int[] label = byLabel.computeIfAbsent(mark.label(), _ -> new int[4]);
            boolean isFound = covered(gold.text(), mark, under);
            boolean isStrict =
                    ours.stream().anyMatch(s -> s.start() == mark.start() && s.end() == mark.end());
            boolean overlaps = ours.stream().anyMatch(s -> overlap(mark, s) >= OVERLAP);
            int[] one = {1, isFound ? 1 : 0, isStrict ? 1 : 0, overlaps ? 1 : 0};
            for (int i = 0; i < 4; i++) {
                counts[i] += one[i];
                label[i] += one[i];
            }
        }
        return counts;
    }

    /** Whether nine in ten of a mark's letters and digits are under findings. */
    static boolean covered(String text, GoldTexts.Mark mark, BitSet under) {
        BitSet letters = solid(text, mark.start(), mark.end());
        int all = letters.cardinality();
        letters.and(under);
        return all > 0 && letters.cardinality() >= 0.9 * all;
    }

    private static int[] said(GoldTexts.Gold gold, List<Span> ours, BitSet marked, BitSet neutral) {
        int[] counts = new int[4];
        for (Span span : ours) {
            BitSet letters = solid(gold.text(), span.start(), span.end());
            int all = letters.cardinality();
            counts[0] += all > 0 && common(letters, marked) >= 0.5 * all ? 1 : 0;
            if (all > 0 && common(letters, neutral) > 0.5 * all) {
                continue;
            }
            counts[1]++;
            for (GoldTexts.Mark mark : gold.marks()) {
                if (!NEUTRAL.contains(mark.label())
                        && mark.start() == span.start()
                        && mark.end() == span.end()) {
                    counts[2]++;
                    break;
                }
            }
            counts[3] +=
                    gold.marks().stream()
                                    .anyMatch(
                                            m ->
                                                    !NEUTRAL.contains(m.label())
                                                            && overlap(m, span) >= OVERLAP)
                            ? 1
                            : 0;
        }
        return counts;
    }

    private static int common(BitSet one, BitSet other) {
        BitSet both = (BitSet) one.clone();
        both.and(other);
        return both.cardinality();
    }

    static BitSet solid(String text, int start, int end) {
        BitSet letters = new BitSet();
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.set(i);
            }
        }
        return letters;
    }

    private static double overlap(GoldTexts.Mark mark, Span span) {
        int shared = Math.min(mark.end(), span.end()) - Math.max(mark.start(), span.start());
        int all = Math.max(mark.end(), span.end()) - Math.min(mark.start(), span.start());
        return shared <= 0 ? 0 : (double) shared / all;
    }

    int size() {
        return texts.size();
    }

    Share recall() {
        return share(texts, Text::found, Text::asked);
    }

    Share precision() {
        return share(texts, Text::right, Text::ours);
    }

    Share strictRecall() {
        return share(texts, Text::strict, Text::asked);
    }

    Share strictPrecision() {
        return share(texts, Text::strictOurs, Text::counted);
    }

    Share overlapRecall() {
        return share(texts, Text::overlapped, Text::asked);
    }

    Share overlapPrecision() {
        return share(texts, Text::overlapping, Text::counted);
    }

    Share overRedaction() {
        List<Text> harmless = texts.stream().filter(Text::harmless).toList();
        return new Share(harmless.stream().filter(t -> t.ours > 0).count(), harmless.size());
    }

    private static Share share(List<Text> texts, ToIntFunction<Text> hits, ToIntFunction<Text> of) {
        return new Share(texts.stream().mapToInt(hits).sum(), texts.stream().mapToInt(of).sum());
    }

    /** F1 over letters and digits: itself, and its interval at 95 % by the bootstrap over texts. */
    double[] letterF1() {
        SplittableRandom random = new SplittableRandom(7);
        double[] sampled = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            List<Text> sample = new ArrayList<>(texts.size());
            for (int i = 0; i < texts.size(); i++) {
                sample.add(texts.get(random.nextInt(texts.size())));
            }
            sampled[s] = letterF1(sample);
        }
        Arrays.sort(sampled);
        return new double[] {
            letterF1(texts), sampled[SAMPLES / 40], sampled[SAMPLES - 1 - SAMPLES / 40]
        };
    }

    private static double letterF1(List<Text> texts) {
        long gold = 0;
        long ours = 0;
        long both = 0;
        for (Text text : texts) {
            gold += text.goldLetters;
            ours += text.ourLetters;
            both += text.bothLetters;
        }
        return gold + ours == 0 ? Double.NaN : 2.0 * both / (gold + ours);
    }

    /** By label: asked, found, strict, overlapping. */
    Map<String, int[]> byLabel() {
        return byLabel;
    }
}
