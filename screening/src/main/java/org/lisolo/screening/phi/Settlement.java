package org.lisolo.screening.phi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings together what recognisers and the sequence model found: proofs stand first, then what the
 * model read, then rules where nothing else stands.
 */
final class Settlement {
    private static final int LOOKS_BACK = 8;
    private static final String[] REASONS = {
        "model.name", "model.location", "model.location", "model.date", "model.phone", "model.id"
    };

    private static final int LONGEST = 600;
    private static final int LEAST_REST = 3;

    /** Kinds of hospitals by their letters; what stands after them is the name. */
    private static final Set<Integer> KINDS =
            Stream.of("chu", "chru", "chr", "ghu", "ghr", "gh")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<Integer> OF =
            Stream.of("de", "du", "des", "d", "la", "l")
                    .map(Tokens::hash)
                    .collect(Collectors.toUnmodifiableSet());

    private final Reading reading;

    private final Harmless harmless;

    private final List<Candidate> candidates;

    /** What stands, by its start; none overlaps another. */
    private final TreeMap<Integer, Candidate> kept = new TreeMap<>();

    private Settlement(Reading reading, List<Candidate> candidates) {
        this.reading = reading;
        this.harmless = new Harmless(reading, candidates);
        this.candidates =
                candidates.stream().sorted(Comparator.comparingInt(Candidate::start)).toList();
    }

    static List<Candidate> of(
            Reading reading, List<Candidate> candidates, List<SequenceTagger.Found> read) {
        if (candidates.isEmpty() && read.isEmpty()) {
            return new ArrayList<>();
        }
        Settlement settlement = new Settlement(reading, candidates);
        settlement.add(Candidate.Weight.PROOF);
        for (SequenceTagger.Found found : Stretches.of(read, reading.tokens())) {
            if (Labels.identifies(found.kind()) && !settlement.harmless.is(found)) {
                settlement.addRest(settlement.withoutKind(found));
            }
        }
        settlement.candidates.forEach(settlement::widen);
        settlement.add(Candidate.Weight.RULE);
        return new ArrayList<>(settlement.kept.values());
    }

    private List<Candidate> over(int start, int end) {
        Integer before = kept.floorKey(start);
        List<Candidate> over = new ArrayList<>();
        for (Candidate one :
                kept.subMap(before == null ? start : before, Math.max(start, end)).values()) {
            if (one.overlaps(start, end)) {
                over.add(one);
            }
        }
        return over;
    }

    private static boolean isPlace(int kind) {
        return kind == Labels.LOCATION || kind == Labels.ADDRESS;
    }

    /** A place of care without the letters of its kind: Lille for CHU de Lille. */
    private SequenceTagger.Found withoutKind(SequenceTagger.Found found) {
        Tokens tokens = reading.tokens();
        if (found.kind() != Labels.LOCATION || !KINDS.contains(tokens.hash[found.first()])) {
            return found;
        }
        int first = found.first() + 1;
        while (first < found.end()
                && (OF.contains(tokens.hash[first]) || tokens.kind[first] == Tokens.SIGN)) {
            first++;
        }
        return first == found.end()
                ? found
                : new SequenceTagger.Found(first, found.end(), found.kind(), found.confidence());
    }

    private void add(Candidate.Weight weight) {
        candidates.stream()
                .filter(c -> c.weight() == weight)
                .sorted(Comparator.comparingInt(c -> c.start() - c.end()))
                .filter(c -> over(c.start(), c.end()).isEmpty())
                .filter(c -> !harmless.is(c))
                .forEach(c -> kept.put(c.start(), c));
    }

    /** Gives a place or date that the model read in part its whole extent. */
    private void widen(Candidate rule) {
        if (!rule.reason().equals("address") && !rule.reason().equals("date")) {
            return;
        }
        List<Candidate> within = over(rule.start(), rule.end());
        if (within.size() == 1
                && within.getFirst().category() == rule.category()
                && within.getFirst().start() >= rule.start()
                && within.getFirst().end() <= rule.end()) {
            kept.remove(within.getFirst().start());
            kept.put(rule.start(), rule);
        }
    }

    private Candidate candidate(SequenceTagger.Found found, int start, int end) {
        Optional<Candidate> same =
                near(start, end).stream()
                        .filter(c -> c.weight() != Candidate.Weight.PUBLIC)
                        .filter(c -> c.overlaps(start, end) && suits(c.category(), found.kind()))
                        .max(Comparator.comparingDouble(Candidate::confidence));
        PhiCategory category = same.map(Candidate::category).orElse(category(reading, found));
        String reason = same.map(Candidate::reason).orElse(REASONS[found.kind()]);
        double confidence =
                Math.max(found.confidence(), same.map(Candidate::confidence).orElse(0.0));
        return new Candidate(start, end, category, confidence, reason, Candidate.Weight.RULE);
    }

    /** The candidates that may overlap a stretch. */
    private List<Candidate> near(int start, int end) {
        return candidates.subList(firstFrom(start - LONGEST), firstFrom(end));
    }

    private int firstFrom(int start) {
        int low = 0;
        int high = candidates.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (candidates.get(middle).start() < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static boolean suits(PhiCategory category, int kind) {
        return switch (category) {
            case NAME -> kind == Labels.NAME;
            case LOCATION -> isPlace(kind);
            case DATE -> kind == Labels.DATE;
            case PHONE, FAX -> kind == Labels.PHONE || kind == Labels.ID;
            case EMAIL,
                    SSN,
                    MRN,
                    HEALTH_PLAN,
                    ACCOUNT,
                    LICENSE,
                    VEHICLE,
                    DEVICE,
                    URL,
                    IP,
                    OTHER_ID ->
                    kind == Labels.ID || kind == Labels.PHONE;
            case AGE, BIOMETRIC, PHOTO, STORY -> false;
        };
    }

    private static PhiCategory category(Reading reading, SequenceTagger.Found found) {
        return switch (found.kind()) {
            case Labels.NAME -> PhiCategory.NAME;
            case Labels.LOCATION, Labels.ADDRESS -> PhiCategory.LOCATION;
            case Labels.DATE -> PhiCategory.DATE;
            case Labels.PHONE -> PhiCategory.PHONE;
            default -> number(reading, found);
        };
    }

    /** What a number is, by the nearest word before it that says so. */
    private static PhiCategory number(Reading reading, SequenceTagger.Found found) {
        for (int i = found.end() - 1; i >= Math.max(0, found.first() - LOOKS_BACK); i--) {
            int kinds = reading.kinds(i);
            if ((kinds & Lexicon.INSURANCE) != 0) {
                return PhiCategory.HEALTH_PLAN;
            }
            if ((kinds & Lexicon.SOCIAL) != 0) {
                return PhiCategory.SSN;
            }
            if ((kinds & Lexicon.RECORD) != 0) {
                return PhiCategory.MRN;
            }
            if ((kinds & Lexicon.ACCOUNT) != 0) {
                return PhiCategory.ACCOUNT;
            }
            if ((kinds & Lexicon.LICENSE) != 0) {
                return PhiCategory.LICENSE;
            }
            if ((kinds & Lexicon.VEHICLE) != 0) {
                return PhiCategory.VEHICLE;
            }
            if ((kinds & Lexicon.DEVICE) != 0) {
                return PhiCategory.DEVICE;
            }
        }
        return PhiCategory.OTHER_ID;
    }

    /** Adds what is left of a stretch beside what already stands. */
    private void addRest(SequenceTagger.Found found) {
        int start = reading.tokens().start[found.first()];
        int end = reading.tokens().end[found.end() - 1];
        int least = end - start;
        for (Candidate other : over(start, end)) {
            if (other.start() <= start) {
                start = other.end();
            } else {
                end = Math.min(end, other.start());
            }
            least = LEAST_REST;
        }
        String text = reading.text();
        while (start < end && !Stretches.mayBegin(text.charAt(start), found.kind())) {
            start++;
        }
        while (start < end && !Stretches.mayEnd(text.charAt(end - 1), found.kind())) {
            end--;
        }
        if (start < end
                && end - start >= Math.min(least, LEAST_REST)
                && saysSomething(text, start, end)) {
            kept.put(start, candidate(found, start, end));
        }
    }

    /** Whether it has a letter or a figure: a picture alone points at nobody. */
    private static boolean saysSomething(String text, int start, int end) {
        return text.substring(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
