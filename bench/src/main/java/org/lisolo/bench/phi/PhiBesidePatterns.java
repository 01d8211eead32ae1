package org.lisolo.bench.phi;

import org.lisolo.screening.phi.PhiScreener;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Posts a second of processor of the whole screening on one thread, in turns with a plain pass of
 * regular expressions for dates, phones, addresses of mail and web, numbers and capitalised words,
 * which is what one would write first. Argument: the folder {@code phi} of the shared data.
 */
public final class PhiBesidePatterns {
    private static final long TURN_NANOS = 3_000_000_000L;
    private static final List<String> FILES =
            List.of(
                    "asq_phi_en.jsonl",
                    "presidio_synth_v2_en.jsonl",
                    "drc_adapted_fictive_fr.jsonl");
    private static final List<Pattern> PATTERNS =
            List.of(
                    Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+"),
                    Pattern.compile("https?://\\S+|www\\.\\S+"),
                    Pattern.compile("\\b\\d{1,4}[/.-]\\d{1,2}[/.-]\\d{1,4}\\b"),
                    Pattern.compile(
                            "(?i)\\b\\d{1,2}(?:er|st|nd|rd|th)?"
                                + " (?:jan|fé?e?v|mar|apr|avr|ma[iy]|jui?n|jui?l|ao[uû]t|aug|sep|o[ck]t|nov|d[eé]c)\\p{L}*(?:"
                                + " \\d{4})?"),
                    Pattern.compile("\\+?\\d(?:[ .()-]?\\d){6,14}"),
                    Pattern.compile("\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
                    Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]){11,30}\\b"),
                    Pattern.compile("(?i)\\b(?:mrn|ipp|dossier|id|n°)\\W{0,3}[A-Z0-9-]{4,}"),
                    Pattern.compile(
                            "(?:Dr|Mr|Mrs|Ms|Mme|M|Pr)\\.? \\p{Lu}[\\p{L}'-]+(?:"
                                    + " \\p{Lu}[\\p{L}'-]*)*"),
                    Pattern.compile("\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'.-]*)+"));

    private PhiBesidePatterns() {}

    public static void main(String[] arguments) throws IOException {
        List<String> posts = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        for (String file : FILES) {
            for (String line : Files.readAllLines(Path.of(arguments[0], file))) {
                posts.add(mapper.readTree(line).get("text").asString());
            }
        }
        double length = posts.stream().mapToInt(String::length).average().orElse(0);
        System.out.printf(Locale.ROOT, "%d posts of %.0f characters%n", posts.size(), length);
        PhiScreener screener = PhiScreener.standard();
        for (int turn = 0; turn < 4; turn++) {
            System.out.printf(
                    Locale.ROOT,
                    "posts a second of processor, one thread: Lisolo %,.0f, patterns alone %,.0f%n",
                    speed(posts, text -> screener.find(text).size()),
                    speed(posts, PhiBesidePatterns::matches));
        }
    }

    private static int matches(String text) {
        int matches = 0;
        for (Pattern pattern : PATTERNS) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                matches++;
            }
        }
        return matches;
    }

    private static double speed(List<String> posts, ToIntFunction<String> finds) {
        var threads = ManagementFactory.getThreadMXBean();
        long began = threads.getCurrentThreadCpuTime();
        long read = 0;
        long found = 0;
        while (threads.getCurrentThreadCpuTime() - began < TURN_NANOS) {
            found += finds.applyAsInt(posts.get((int) (read++ % posts.size())));
        }
        double seconds = (threads.getCurrentThreadCpuTime() - began) / 1e9;
        return found == 0 ? 0 : read / seconds;
    }
}
