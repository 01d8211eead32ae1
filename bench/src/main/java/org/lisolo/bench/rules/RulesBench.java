package org.lisolo.bench.rules;

import com.sun.management.ThreadMXBean;

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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** How many posts a thread takes at once; of all a part without rest. */
    private static final int STEP = 2_000;

    private static final long SEED = 4;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
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
        List<List<Engine>> engines = engines(set, rules, words);
        measure(engines);
        changeOne(set);
        for (List<Engine> alike : engines) {
            for (Engine engine : alike) {
                engine.close();
            }
        }
    }

    /** The engines of each measurement, one for each thread. */
    private List<List<Engine>> engines(RuleSet set, List<Shape> rules, List<String> words)
            throws Throwable {
        List<List<Engine>> engines = new ArrayList<>();
        engines.add(List.of(new LisoloEngine(set)));
        if (isAsked('2')) {
            engines.add(List.of(new LisoloEngine(set), new LisoloEngine(set)));
        }
        if (isAsked('a')) {
            LuceneEngine lucene = LuceneEngine.of(rules, 1000);
            agree(set, lucene, rules);
            engines.add(List.of(lucene));
            engines.add(List.of(lucene.inBatchesOf(1)));
        }
        if (isAsked('b')) {
            engines.add(List.of(new AhoCorasickEngine(words)));
        }
        if (isAsked('c')) {
            List<String> letters = words.stream().filter(w -> w.matches("[a-z]+")).toList();
            engines.add(List.of(new DenseEngine(letters)));
        }
        Optional<Path> library = Optional.ofNullable(System.getProperty("hyperscan")).map(Path::of);
        if (isAsked('d') && library.isPresent()) {
            engines.add(List.of(new HyperscanEngine(library.get(), words)));
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
            long began = THREADS.getCurrentThreadCpuTime();
            RuleSet changed = set.with(more);
            changed.screener();
            long ended = THREADS.getCurrentThreadCpuTime();
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

    /** What was measured of an engine, or of several alike that work at the same time. */
    private static final class Result {
        private final List<Engine> engines;
        private final List<Double> speeds = new ArrayList<>();
        private double hits;
        private double allocated;

        Result(List<Engine> engines) {
            this.engines = engines;
        }

        String name() {
            int threads = engines.size();
            return engines.getFirst().name()
                    + (threads == 1 ? "" : ", %d threads".formatted(threads));
        }
    }

    private void measure(List<List<Engine>> engines) throws Exception {
        List<Result> results = engines.stream().map(Result::new).toList();
        for (int round = 0; round < ROUNDS + 2; round++) {
            for (Result result : results) {
                turn(result, round > 1); // the first two warm up
            }
        }
        double ours = median(results.getFirst().speeds);
        print(
                "| engine | posts/s %s, median of %d | lisolo on one core is | hits a post | bytes allocated a post |\n"
                        .formatted(BY_CLOCK ? "by the clock" : "of processor", ROUNDS));
        print("| --- | ---: | ---: | ---: | ---: |\n");
        for (Result result : results) {
            double theirs = median(result.speeds);
            print(
                    String.format(
                            Locale.ROOT,
                            "| %s | %,.0f | %.2f x | %.2f | %.1f |\n",
                            result.name(),
                            theirs,
                            ours / theirs,
                            result.hits,
                            result.allocated));
        }
    }

    private void turn(Result result, boolean counts) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Share> shares = result.engines.stream().map(e -> new Share(e, next)).toList();
        long began = System.nanoTime();
        if (shares.size() == 1) {
            shares.getFirst().call();
        } else {
            try (ExecutorService threads = Executors.newFixedThreadPool(shares.size())) {
                for (Future<?> share : threads.invokeAll(shares)) {
                    share.get();
                }
            }
        }
        long clock = System.nanoTime() - began;
        long processor = shares.stream().mapToLong(s -> s.nanos).max().orElseThrow();
        if (counts) {
            double screened = shares.stream().mapToLong(s -> s.screened).sum();
            result.speeds.add(screened / ((BY_CLOCK ? clock : processor) / 1e9));
            result.hits = shares.stream().mapToLong(s -> s.found).sum() / screened;
            result.allocated = shares.stream().mapToLong(s -> s.allocated).sum() / screened;
        }
    }

    /** What one thread does in a turn: it takes the next posts until the time is over. */
    private final class Share implements Callable<Void> {
        private final Engine engine;
        private final AtomicInteger next;
        private long screened;
        private long found;
        private long nanos;
        private long allocated;

        Share(Engine engine, AtomicInteger next) {
            this.engine = engine;
            this.next = next;
        }

        @Override
        public Void call() throws Exception {
            long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
            long processorBefore = THREADS.getCurrentThreadCpuTime();
            long began = now();
            while (now() - began < TURN_NANOS) {
                int at = next.getAndAdd(STEP) % posts.size();
                found += engine.screen(posts.subList(at, at + STEP), bytes.subList(at, at + STEP));
                screened += STEP;
            }
            nanos = THREADS.getCurrentThreadCpuTime() - processorBefore;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
            return null;
        }
    }

    private static long now() {
        return BY_CLOCK ? System.nanoTime() : THREADS.getCurrentThreadCpuTime();
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
