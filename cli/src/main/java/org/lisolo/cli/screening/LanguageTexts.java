package org.lisolo.cli.screening;

import org.lisolo.screening.language.Language;
import org.lisolo.screening.language.LanguageExample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Texts whose language is known, from files in the shapes of SIB-200, TICO-19 and UDHR. */
final class LanguageTexts {
    private static final Map<String, Language> TAGS =
            Map.ofEntries(
                    Map.entry("fr", Language.FRENCH),
                    Map.entry("fra", Language.FRENCH),
                    Map.entry("en", Language.ENGLISH),
                    Map.entry("eng", Language.ENGLISH),
                    Map.entry("sw", Language.KISWAHILI),
                    Map.entry("swa", Language.KISWAHILI),
                    Map.entry("swh", Language.KISWAHILI),
                    Map.entry("swc", Language.KISWAHILI),
                    Map.entry("ln", Language.LINGALA),
                    Map.entry("lin", Language.LINGALA),
                    Map.entry("kg", Language.KIKONGO),
                    Map.entry("kon", Language.KIKONGO),
                    Map.entry("kng", Language.KIKONGO),
                    Map.entry("ktu", Language.KIKONGO),
                    Map.entry("lua", Language.TSHILUBA));

    /** The columns of a file of parallel sentences. */
    private static final List<String> PARALLEL = List.of("en", "fr", "ln", "sw", "rw");

    private LanguageTexts() {}

    /**
     * A text of a file.
     *
     * @param corpus what the file's name begins with
     */
    record Known(String corpus, String id, String text, Language language) {}

    /** The texts of one file, whose names of languages are those of any of the three shapes. */
    static List<Known> read(Path file) throws IOException {
        String corpus = Objects.toString(file.getFileName(), "").replaceFirst("[_.].*", "");
        List<Known> all = new ArrayList<>();
        for (Map<String, Object> line : JsonObjects.read(file)) {
            String id = JsonObjects.text(line, "id");
            if (line.containsKey("lang")) {
                Language language = language(JsonObjects.text(line, "lang"));
                all.add(new Known(corpus, id, JsonObjects.text(line, "text"), language));
            } else {
                PARALLEL.stream()
                        .filter(line::containsKey)
                        .map(c -> new Known(corpus, id, JsonObjects.text(line, c), language(c)))
                        .filter(known -> !known.text.isBlank())
                        .forEach(all::add);
            }
        }
        return all;
    }

    static Language language(String tag) {
        return TAGS.getOrDefault(tag.replaceFirst("[_-].*", ""), Language.UNDETERMINED);
    }

    /**
     * What the model learns from: SIB-200, unless told otherwise the health sentences of TICO-19,
     * the Declaration of Human Rights, tweets, answers of the NIH, Spanish clinical cases, and
     * lists of common words.
     */
    static List<LanguageExample> examples(Path texts, Part part, boolean withHealth)
            throws IOException {
        List<LanguageExample> examples = new ArrayList<>();
        for (Path file : files(texts.resolve("langid"))) {
            for (Known known : read(file)) {
                boolean isHealth = known.corpus.equals("tico19");
                boolean other = known.id.startsWith("udhr-swb");
                if (part.has(known.id) && (withHealth || !isHealth) && !other) {
                    examples.add(new LanguageExample(known.text, known.language));
                }
            }
        }
        add(examples, texts.resolve("social/constraint_covid_fake_news_en.jsonl"), part, 1500);
        add(examples, texts.resolve("social/afrisenti_swa.jsonl"), part, 600);
        add(examples, texts.resolve("social/afrisenti_kin.jsonl"), part, 600);
        for (Map<String, Object> line :
                JsonObjects.read(texts.resolve("knowledge/medquad_answers_1.jsonl"))) {
            if (JsonObjects.text(line, "doc").hashCode() % 8 == 0) {
                examples.add(new LanguageExample(JsonObjects.text(line, "a"), Language.ENGLISH));
            }
        }
        for (Known known : read(texts.resolve("phi/meddocan_es.jsonl"))) {
            if (part.has(known.id)) {
                int middle = known.text.length() / 2;
                String some =
                        known.text.substring(middle, Math.min(middle + 400, known.text.length()));
                examples.add(new LanguageExample(some, Language.UNDETERMINED));
            }
        }
        examples.addAll(commonWords());
        return examples;
    }

    private static void add(List<LanguageExample> examples, Path file, Part part, int most)
            throws IOException {
        read(file).stream()
                .filter(known -> part.has(known.id))
                .limit(most)
                .forEach(k -> examples.add(new LanguageExample(k.text, k.language)));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    /** Rows of common words of a language, in any order. */
    private static List<LanguageExample> commonWords() {
        SplittableRandom random = new SplittableRandom(19);
        List<LanguageExample> examples = new ArrayList<>();
        try (InputStream input =
                        Objects.requireNonNull(
                                Language.class.getResourceAsStream("common-words.txt"));
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(
                            line -> {
                                String[] words = line.split(" ");
                                for (int i = 0; i < 40; i++) {
                                    examples.add(
                                            new LanguageExample(
                                                    row(words, random), language(words[0])));
                                }
                            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return examples;
    }

    private static String row(String[] words, SplittableRandom random) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            row.append(words[1 + random.nextInt(words.length - 1)]).append(' ');
        }
        return row.toString();
    }
}
