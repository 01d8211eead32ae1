package org.lisolo.bench.language;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

import org.lisolo.screening.language.LanguageIdentifier;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Accuracy and speed of telling languages apart, beside Lingua with the three of our languages that
 * it has. Arguments: the folder {@code langid} of the shared data and, to be judged on texts that
 * were not learnt from, a model that {@code lisolo train language --part learning} made; then only
 * the other half of the texts is asked for.
 */
public final class LanguageBesideLingua {
    private static final Map<String, String> FILES =
            Map.of("fra", "fr", "swh", "sw", "lin", "ln", "kon", "kg", "lua", "lua");
    private static final Map<Language, String> CODES =
            Map.of(Language.FRENCH, "fr", Language.ENGLISH, "en", Language.SWAHILI, "sw");
    private static final long TURN_NANOS = 3_000_000_000L;

    private record Known(String id, String code, String text) {}

    private LanguageBesideLingua() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        boolean half = arguments.length > 1;
        LanguageIdentifier ours = LanguageIdentifier.standard();
        if (half) {
            try (InputStream input = Files.newInputStream(Path.of(arguments[1]))) {
                ours = LanguageIdentifier.read(input);
            }
        }
        LanguageIdentifier identifier = ours;
        LanguageDetector lingua =
                LanguageDetectorBuilder.fromLanguages(
                                Language.FRENCH, Language.ENGLISH, Language.SWAHILI)
                        .withPreloadedLanguageModels()
                        .build();
        UnaryOperator<String> we = text -> identifier.identify(text).language().code();
        UnaryOperator<String> they =
                text -> CODES.getOrDefault(lingua.detectLanguageOf(text), "und");
        List<Known> known = read(folder, half);
        for (String codes : List.of("fr sw ln kg lua", "fr sw")) {
            for (int words : new int[] {Integer.MAX_VALUE, 10, 5, 2}) {
                List<Known> some =
                        known.stream()
                                .filter(k -> List.of(codes.split(" ")).contains(k.code))
                                .map(k -> new Known(k.id, k.code, cut(k.text, words)))
                                .toList();
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s words, %d texts: Lisolo %.4f, Lingua %.4f%n",
                        codes,
                        words == Integer.MAX_VALUE ? "all" : words,
                        some.size(),
                        accuracy(some, we),
                        accuracy(some, they));
            }
        }
        for (int turn = 0; turn < 3; turn++) {
            System.out.printf(
                    Locale.ROOT,
                    "texts a second of processor, one thread: Lisolo %,.0f, Lingua %,.0f%n",
                    speed(known, we),
                    speed(known, they));
        }
    }

    private static List<Known> read(Path folder, boolean half) throws IOException {
        JsonMapper mapper = new JsonMapper();
        List<Known> known = new ArrayList<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve("sib200_flores_" + file.getKey() + "_Latn.jsonl");
            for (String line : Files.readAllLines(path)) {
                JsonNode object = mapper.readTree(line);
                String id = object.get("id").asString();
                if (!half || HeldOut.has(id)) {
                    known.add(new Known(id, file.getValue(), object.get("text").asString()));
                }
            }
        }
        return known;
    }

    private static String cut(String text, int words) {
        String[] all = text.split("\\s+");
        return all.length <= words ? text : String.join(" ", Arrays.copyOf(all, words));
    }

    private static double accuracy(List<Known> known, UnaryOperator<String> says) {
        return known.stream().filter(k -> says.apply(k.text).equals(k.code)).count()
                / (double) known.size();
    }

    private static double speed(List<Known> known, UnaryOperator<String> says) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long said = 0;
        long length = 0;
        while (threads.getCurrentThreadCpuTime() - began < TURN_NANOS) {
            length += says.apply(known.get((int) (said++ % known.size())).text).length();
        }
        double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
        return length == 0 ? 0 : said / seconds;
    }
}
