package org.lisolo.screening.phi;

import org.lisolo.screening.Span;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds what in a text points at a person. Recognisers know formats and check digits, a sequence
 * model of our own reads names, places, dates and numbers from the words around them, and what is
 * told of one person is looked at as a whole. Immutable, for any number of threads; time and memory
 * grow as the length of the text.
 *
 * <p>Every identifier of a person is found, of doctors and places of care too; what may be public
 * the caller says with {@link PublicFacts}. An age under 90, a year or a country alone is none.
 */
public final class PhiScreener {
    /**
     * Counts up whenever a release finds other things than the one before: whoever keeps findings
     * looks again.
     */
    public static final int VERSION = 3;

    /** How much speaks for an identifier beforehand, in natural logarithms of odds. */
    private static final float CAUTION = 0.5f;

    private final SequenceModel model;
    private final ThreadLocal<SequenceTagger> taggers;
    private final float caution;

    private static final class Standard {
        private static final PhiScreener SCREENER = load();

        private static PhiScreener load() {
            try (InputStream input =
                    Objects.requireNonNull(
                            PhiScreener.class.getResourceAsStream("phi.model"),
                            "the model for identifiers is missing")) {
                return read(input);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private PhiScreener(SequenceModel model, float caution) {
        this.model = model;
        this.caution = caution;
        this.taggers = ThreadLocal.withInitial(() -> new SequenceTagger(this.model));
    }

    /** The one that comes with Lisolo; read once, at the first call. */
    public static PhiScreener standard() {
        return Standard.SCREENER;
    }

    /** One whose model {@link SequenceTraining} wrote; {@link IOException} on anything else. */
    public static PhiScreener read(InputStream model) throws IOException {
        return new PhiScreener(SequenceModel.read(model), CAUTION);
    }

    /** One that leans more (above 0.5) or less to finding something. */
    public PhiScreener withCaution(double logOdds) {
        return new PhiScreener(model, (float) logOdds);
    }

    /** What is found when nothing is public. */
    public List<PhiFinding> find(CharSequence text) {
        return find(text, PublicFacts.NONE);
    }

    /**
     * What points at a person, by place; only a {@link PhiCategory#STORY} may overlap others.
     *
     * @param facts what is public; findings of it say so
     */
    public List<PhiFinding> find(CharSequence text, PublicFacts facts) {
        Reading reading = new Reading(text.toString());
        List<Candidate> candidates = Recognisers.find(reading);
        int[] marks = Recognisers.marks(reading.tokens(), candidates);
        List<SequenceTagger.Found> read = taggers.get().find(reading.tokens(), marks, caution);
        List<Candidate> kept = Settlement.of(reading, candidates, read);
        Stories.find(reading, kept).ifPresent(kept::add);
        kept.sort(
                Comparator.comparingInt(Candidate::start)
                        .thenComparing(Comparator.comparingInt(Candidate::end).reversed()));
        List<PhiFinding> findings = new ArrayList<>(kept.size());
        for (Candidate one : kept) {
            Optional<String> why =
                    facts.because(reading.text().substring(one.start(), one.end()), one.category());
            findings.add(
                    new PhiFinding(
                            new Span(one.start(), one.end()),
                            one.category(),
                            one.confidence(),
                            one.reason(),
                            why));
        }
        return findings;
    }

    /**
     * The text with every finding that is not public said in a safe way: a date as its year, a name
     * or number as what it was. Stories are left as they are; their reason says what to change.
     *
     * @param findings of {@link #find} on the same text
     * @param language French or English of what is put in
     */
    public static String safe(CharSequence text, List<PhiFinding> findings, Locale language) {
        return SafeWording.of(text, findings, language);
    }
}
