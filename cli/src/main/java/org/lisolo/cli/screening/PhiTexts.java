package org.lisolo.cli.screening;

import org.lisolo.screening.Span;
import org.lisolo.screening.phi.PhiExample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the sequence model learns from. */
final class PhiTexts {
    private static final Set<String> COUNTRIES = countries();
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[ ’'-]");
    private static final Map<String, PhiExample.Kind> KINDS =
            Map.ofEntries(
                    Map.entry("NAME", PhiExample.Kind.NAME),
                    Map.entry("NOM", PhiExample.Kind.NAME),
                    Map.entry("PRENOM", PhiExample.Kind.NAME),
                    Map.entry("PERSON", PhiExample.Kind.NAME),
                    Map.entry("GEOGRAPHIC_LOCATION", PhiExample.Kind.LOCATION),
                    Map.entry("VILLE", PhiExample.Kind.LOCATION),
                    Map.entry("HOPITAL", PhiExample.Kind.LOCATION),
                    Map.entry("ADRESSE", PhiExample.Kind.ADDRESS),
                    Map.entry("ADDRESSE", PhiExample.Kind.ADDRESS),
                    Map.entry("COMMUNE", PhiExample.Kind.LOCATION),
                    Map.entry("ZIP", PhiExample.Kind.LOCATION),
                    Map.entry("ZIP_CODE", PhiExample.Kind.LOCATION),
                    Map.entry("STREET_ADDRESS", PhiExample.Kind.ADDRESS),
                    Map.entry("ADDRESS", PhiExample.Kind.ADDRESS),
                    Map.entry("GPE", PhiExample.Kind.LOCATION),
                    Map.entry("LOCATION", PhiExample.Kind.LOCATION),
                    Map.entry("DATE", PhiExample.Kind.DATE),
                    Map.entry("DATE_NAISSANCE", PhiExample.Kind.DATE),
                    Map.entry("DATE_TIME", PhiExample.Kind.DATE),
                    Map.entry("TEL", PhiExample.Kind.PHONE),
                    Map.entry("PHONE_NUMBER", PhiExample.Kind.PHONE),
                    Map.entry("PHONE", PhiExample.Kind.PHONE),
                    Map.entry("FAX_NUMBER", PhiExample.Kind.PHONE),
                    Map.entry("ORGANIZATION", PhiExample.Kind.ORGANISATION),
                    Map.entry("ORG", PhiExample.Kind.ORGANISATION),
                    Map.entry("BANK", PhiExample.Kind.ORGANISATION),
                    Map.entry("NRP", PhiExample.Kind.COUNTRY),
                    Map.entry("TITLE", PhiExample.Kind.TITLE));

    /** Labels that the model is not told of. */
    private static final Set<String> NOT_READ = Set.of("AGE", "EVENT", "SYSTEM", "GENDER");

    private PhiTexts() {}

    private static final long FICTIVE_SEED = 243;
    private static final int FICTIVE_POSTS = 11000;

    /** The corpora that the model learns from, in the order read. */
    static final List<String> CORPORA =
            List.of(
                    "asq_phi_en",
                    "drc_adapted_fictive_fr",
                    "eds_pseudo_fictive_fr",
                    "pii_synthetic_nano_en",
                    "presidio_generated_large_en",
                    "presidio_synth_v2_en");

    /**
     * What to learn from.
     *
     * @param has whether a text of the corpora is for learning, by its key
     */
    static List<PhiExample> examples(Path texts, Predicate<String> has) throws IOException {
        List<PhiExample> examples = new ArrayList<>();
        for (String corpus : CORPORA) {
            for (GoldTexts.Gold gold : GoldTexts.read(texts.resolve("phi/" + corpus + ".jsonl"))) {
                if (has.test(gold.key())) {
                    examples.add(example(gold));
                    inCapitals(example(gold)).ifPresent(examples::add);
                }
            }
        }
        harmless(texts, examples);
        for (String sentence : PlainSentences.of(prose(texts))) {
            examples.add(new PhiExample(sentence, List.of()));
        }
        FictivePosts posts = new FictivePosts(FICTIVE_SEED);
        for (int i = 0; i < FICTIVE_POSTS; i++) {
            examples.add(posts.next().example());
        }
        return examples;
    }

    /** One in six again in capitals, one in six in small letters. */
    private static Optional<PhiExample> inCapitals(PhiExample example) {
        int dice = Math.floorMod(example.text().hashCode(), 6);
        String other =
                switch (dice) {
                    case 0 -> example.text().toUpperCase(Locale.ROOT);
                    case 1 -> example.text().toLowerCase(Locale.ROOT);
                    default -> "";
                };
        return other.length() == example.text().length()
                ? Optional.of(new PhiExample(other, example.marked()))
                : Optional.empty();
    }

    /** Plain prose in French and English, which shows the words that are written small. */
    static List<String> prose(Path texts) throws IOException {
        List<String> prose = new ArrayList<>();
        for (Map<String, Object> line :
                JsonObjects.read(texts.resolve("knowledge/medquad_answers_1.jsonl"))) {
            prose.add(JsonObjects.text(line, "a"));
        }
        for (Map<String, Object> line :
                JsonObjects.read(texts.resolve("langid/tico19_health_parallel.jsonl"))) {
            prose.add(JsonObjects.text(line, "en"));
            prose.add(JsonObjects.text(line, "fr"));
        }
        for (String file :
                List.of(
                        "langid/sib200_flores_fra_Latn.jsonl",
                        "langid/udhr.jsonl",
                        "social/constraint_covid_fake_news_en.jsonl",
                        "social/psytar_sentences_adr_en.jsonl",
                        "phi/europeana_newspapers_ner_fr.jsonl")) {
            for (Map<String, Object> line : JsonObjects.read(texts.resolve(file))) {
                prose.add(JsonObjects.text(line, "text"));
            }
        }
        for (Map<String, Object> line :
                JsonObjects.read(texts.resolve("knowledge/medquad_answers_2.jsonl"))) {
            prose.add(JsonObjects.text(line, "a"));
        }
        for (String line : Files.readAllLines(texts.resolve("vocab/hpo_fr.tsv"))) {
            prose.add(line.split("\t", -1)[2]);
        }
        for (String line : Files.readAllLines(texts.resolve("knowledge/orphanet_fr_en.tsv"))) {
            prose.add(line.split("\t", -1)[1]);
        }
        return prose;
    }

    /** Questions and names of diseases, which name nobody though many bear a person's name. */
    private static void harmless(Path texts, List<PhiExample> examples) throws IOException {
        List<String> questions =
                Files.readAllLines(texts.resolve("knowledge/medquad_questions.tsv"));
        for (int i = 1; i < questions.size(); i += 9) {
            String question = questions.get(i).split("\t", -1)[0];
            examples.add(new PhiExample(question, List.of()));
            inCapitals(examples.getLast()).ifPresent(examples::add);
        }
        List<String> diseases = Files.readAllLines(texts.resolve("knowledge/orphanet_fr_en.tsv"));
        for (int i = 1; i < diseases.size(); i += 12) {
            String french = diseases.get(i).split("\t", -1)[1];
            String text = i % 24 == 1 ? "Quels sont les signes de : " + french + " ?" : french;
            examples.add(new PhiExample(text, List.of()));
            inCapitals(examples.getLast()).ifPresent(examples::add);
        }
    }

    static PhiExample example(GoldTexts.Gold gold) {
        List<PhiExample.Marked> marked = new ArrayList<>();
        List<GoldTexts.Mark> marks =
                gold.marks().stream()
                        .filter(m -> !NOT_READ.contains(m.label()))
                        .sorted(Comparator.comparingInt(GoldTexts.Mark::start))
                        .toList();
        for (GoldTexts.Mark mark : marks) {
            PhiExample.Kind kind = kind(gold.text(), mark);
            PhiExample.Marked last = marked.isEmpty() ? null : marked.getLast();
            if (last != null && mark.start() < last.span().end()) {
                continue;
            }
            if (last != null && isOneName(gold.text(), last, mark, kind)) {
                marked.removeLast();
                Span whole = new Span(last.span().start(), mark.end());
                marked.add(new PhiExample.Marked(whole, kind));
            } else {
                marked.add(new PhiExample.Marked(new Span(mark.start(), mark.end()), kind));
            }
        }
        return new PhiExample(gold.text(), marked);
    }

    /** Whether a family name and a given name stand side by side. */
    private static boolean isOneName(
            String text, PhiExample.Marked last, GoldTexts.Mark mark, PhiExample.Kind kind) {
        return kind == PhiExample.Kind.NAME
                && last.kind() == kind
                && !mark.label().equals("PERSON")
                && BETWEEN_NAMES.matcher(text.substring(last.span().end(), mark.start())).matches();
    }

    private static PhiExample.Kind kind(String text, GoldTexts.Mark mark) {
        String words = text.substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT);
        boolean mayBeCountry = mark.label().equals("GPE") || mark.label().equals("LOCATION");
        if (mayBeCountry && COUNTRIES.contains(words)) {
            return PhiExample.Kind.COUNTRY;
        }
        return KINDS.getOrDefault(mark.label(), PhiExample.Kind.ID);
    }

    private static Set<String> countries() {
        Set<String> names = new HashSet<>();
        for (String code : Locale.getISOCountries()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                names.add(Locale.of("", code).getDisplayCountry(language).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }
}
