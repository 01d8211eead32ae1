package org.lisolo.bench.rules;

import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Posts a second of processor of each engine on the same posts and rules, in turns: what other
 * programs take of the machine is not counted, though they still take from its caches. Arguments:
 * the folder {@code text} of the shared data, then any of {@code 100}, {@code 1000}, {@code 10000},
 * {@code stored}. {@code -Dhyperscan=FILE} names the library, {@code -Drounds=N} the number of
 * turns, {@code -Dmillis=N} their length, {@code -Dbeside=2abcd} the engines beside Lisolo on one
 * core (2: on two), {@code -Dclock=true} takes the time by the clock, for a machine that has
 * nothing else to do.
 */
public final class RulesBench {
    private static final Pattern AND = Pattern.compile(" AND ");
    private static final int POSTS = 20_000;
    private static final long SEED = 4;
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final String BESIDE = System.getProperty("beside", "2abcd");
    private static final boolean BY_CLOCK = Boolean.getBoolean("clock");
    private static final long TURN_NANOS = Long.getLong("millis", 600) * 1_000_000;

    private final List<Post> posts;
    private final List<byte[]> bytes;

    private RulesBench(List<Post> posts) {
        this.posts = posts;
        this.bytes = posts.stream().map(p -> p.text().getBytes(StandardCharsets.UTF_8)).toList();
    }

    public static void main(String[] arguments) throws Throwable {
        Path texts = Path.of(arguments[0]);
        Material material = new Material(texts, POSTS, SEED);
        RulesBench bench = new RulesBench(material.posts());
        double average = bench.bytes.stream().mapToInt(b -> b.length).average().orElse(0);
        print("%d posts of %.0f bytes%n".formatted(bench.posts.size(), average));
        for (String set : List.of(arguments).subList(1, arguments.length)) {
            bench.run(
                    set,
                    set.equals("stored") ? stored(texts) : material.rules(Integer.parseInt(set)));
        }
    }

    private static List<Shape> stored(Path texts) throws IOException {
        try (Stream<String> lines = Files.lines(texts.resolve("queries/stored_queries.tsv"))) {
            return lines.map(line -> AND.splitAsStream(line.split("\t", 2)[1]).toList())
                    .filter(words -> words.stream().allMatch(w -> w.matches("[a-z0-9]+")))
                    .<Shape>map(Shape.All::new)
                    .toList();
        }
    }

    private void run(String name, List<Shape> rules) throws Throwable {
        Set<String> distinct = new LinkedHashSet<>();
        rules.forEach(rule -> distinct.addAll(rule.words()));
        List<String> words = List.copyOf(distinct);
        List<String> queries = rules.stream().map(Shape::query).toList();
        long before = used();
        long began = System.nanoTime();
        RuleSet set = LisoloEngine.compile(queries);
        double compiled = (System.nanoTime() - began) / 1e6;
        long memory = used() - before;
        print(
                "%n%s: %d rules, %d words; compiled in %.0f ms, heap %.1f MB, tables %.1f MB%n"
                        .formatted(
                                name,
                                rules.size(),
                                words.size(),
                                compiled,
                                memory / 1e6,
                                set.tableBytes() / 1e6));
        List<Engine> engines = engines(set, rules, words);
        measure(engines);
        changeOne(set);
        for (Engine engine : engines) {
            engine.close();
        }
    }

    private List<Engine> engines(RuleSet set, List<Shape> rules, List<String> words)
            throws Throwable {
        List<Engine> engines = new ArrayList<>();
        engines.add(new LisoloEngine(set, 1));
        if (isAsked('2')) {
            engines.add(new LisoloEngine(set, 2));
        }
        if (isAsked('a')) {
            LuceneEngine lucene = LuceneEngine.of(rules, 1000);
            agree(set, lucene, rules);
            engines.add(lucene);
            engines.add(lucene.inBatchesOf(1));
        }
        if (isAsked('b')) {
            engines.add(new AhoCorasickEngine(words));
        }
        if (isAsked('c')) {
            engines.add(new DenseEngine(words.stream().filter(w -> w.matches("[a-z]+")).toList()));
        }
        Optional<Path> library = Optional.ofNullable(System.getProperty("hyperscan")).map(Path::of);
        if (isAsked('d') && library.isPresent()) {
            engines.add(new HyperscanEngine(library.get(), words));
        } else if (isAsked('d')) {
            print("(d) Hyperscan: absent; name its library with -Dhyperscan\n");
        }
        return engines;
    }

    private static boolean isAsked(char engine) {
        return BESIDE.indexOf(engine) >= 0;
    }

    /** How long it takes until one rule more is in force. */
    private static void changeOne(RuleSet set) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Rule more = new Rule("new" + i, "paludisme AND (enfant OR bébé)");
            long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            RuleSet changed = set.with(more);
            changed.screener();
            long ended = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            millis.add((ended - began) / 1e6);
        }
        print("one rule more: %.0f ms of processor, median%n".formatted(median(millis)));
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Compares the rules that mean the same to both, on posts without long runs of a letter. */
    private void agree(RuleSet set, LuceneEngine lucene, List<Shape> rules) throws IOException {
        List<Post> sample =
                posts.stream()
                        .limit(2000)
                        .filter(p -> p.text().matches("[\\p{IsLatin}\\p{ASCII}]*"))
                        .filter(p -> !p.text().matches("(?i).*(\\p{L})\\1\\1.*"))
                        .toList();
        List<List<String>> theirs = lucene.ruleIds(sample);
        long compared = 0;
        long differ = 0;
        for (int i = 0; i < sample.size(); i++) {
            Set<String> ours = new LinkedHashSet<>();
            set.screen(sample.get(i)).forEach(m -> ours.add(m.ruleId()));
            Set<String> other = new LinkedHashSet<>(theirs.get(i));
            Set<String> all = new LinkedHashSet<>(ours);
            all.addAll(other);
            for (String id : all) {
                int rule = Integer.parseInt(id.substring(1));
                if (!(rules.get(rule) instanceof Shape.Near)) {
                    compared++;
                    differ += ours.contains(id) == other.contains(id) ? 0 : 1;
                }
            }
        }
        print(
                "agreement with lucene-monitor without NEAR: %d posts, %d matches, %d differ%n"
                        .formatted(sample.size(), compared, differ));
    }

    /** What was measured of an engine. */
    private static final class Result {
        private final Engine engine;
        private final List<Double> speeds = new ArrayList<>();
        private double hits;

        Result(Engine engine) {
            this.engine = engine;
        }
    }

    private void measure(List<Engine> engines) throws Exception {
        List<Result> results = engines.stream().map(Result::new).toList();
        for (int round = 0; round < ROUNDS + 2; round++) {
            for (Result result : results) {
                turn(result, round > 1); // the first two warm up
            }
        }
        double ours = median(results.getFirst().speeds);
        print(
                "| engine | posts/s %s, median of %d | lisolo on one core is | hits a post |\n"
                        .formatted(BY_CLOCK ? "by the clock" : "of processor", ROUNDS));
        print("| --- | ---: | ---: | ---: |\n");
        for (Result result : results) {
            double theirs = median(result.speeds);
            print(
                    String.format(
                            Locale.ROOT,
                            "| %s | %,.0f | %.2f x | %.2f |\n",
                            result.engine.name(),
                            theirs,
                            ours / theirs,
                            result.hits));
        }
    }

    private void turn(Result result, boolean counts) throws Exception {
        Engine engine = result.engine;
        long screened = 0;
        long found = 0;
        int at = 0;
        int step = engine.step();
        long began = nanos(engine);
        while (nanos(engine) - began < TURN_NANOS) {
            found += engine.screen(posts.subList(at, at + step), bytes.subList(at, at + step));
            screened += step;
            at = (at + step) % posts.size();
        }
        double speed = screened / ((nanos(engine) - began) / 1e9);
        if (counts) {
            result.speeds.add(speed);
            result.hits = (double) found / screened;
        }
    }

    private static long nanos(Engine engine) {
        return BY_CLOCK ? System.nanoTime() : engine.processorNanos();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void print(String text) {
        System.out.print(text);
        System.out.flush();
    }
}
