package org.lisolo.cli.screening;

import org.lisolo.cli.InOrder;
import org.lisolo.screening.RuleSet;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/** {@code lisolo screen}: which rules are true of which posts, and where. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = {
            "Screens posts with rules.",
            "Reads JSON lines with id, text and, where known, lang, author, channel, links, media,"
                    + " inReplyTo, event (created, edited, deleted).",
            "Writes a JSON line for each post that matched:"
                    + " {\"id\":…,\"rules\":[…],\"spans\":[{\"rule\":…,\"start\":…,\"end\":…}]},"
                    + " offsets in Unicode characters."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:every line was screened",
            "1:some lines could not be read; the others were screened",
            "2:nothing was screened"
        })
public final class Screen implements Callable<Integer> {
    private static final int MOST_THREADS = 1024;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE",
            description = "rules, one a line: id, tab, query")
    private Path rules = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private int threads = 1;

    @Option(names = "--stats", description = "say at the end how much and how fast")
    private boolean stats;

    @Option(names = "--why", description = "explain each match, part by part")
    private boolean why;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "default: standard input")
    private List<Path> files = List.of();

    private final Locale locale = Wording.locale();
    private final Queue<MatchLines> idle = new ConcurrentLinkedQueue<>();
    private final Set<String> rulesMatched = new HashSet<>();
    private long posts;
    private long postsMatched;
    private long matches;
    private boolean anyUnreadable;
    private long shown = System.nanoTime();

    @Override
    public Integer call() throws IOException {
        PrintWriter errors = spec.commandLine().getErr();
        if (threads < 1 || threads > MOST_THREADS) {
            errors.println(Wording.of("input.threads", locale, MOST_THREADS));
            return 2;
        }
        RuleFile file = readRules();
        if (!file.errors().isEmpty()) {
            file.errors().forEach(errors::println);
            errors.println(Wording.of("rules.broken", locale));
            return 2;
        }
        for (Path input : files) {
            if (!Files.isReadable(input)) {
                errors.println(Wording.of("input.file", locale, input));
                return 2;
            }
        }
        RuleSet set = RuleSet.compile(file.rules());
        long began = System.nanoTime();
        screenAll(set, errors);
        if (stats) {
            double seconds = (System.nanoTime() - began) / 1e9;
            errors.println(
                    Wording.of(
                            "stats",
                            locale,
                            posts,
                            postsMatched,
                            rulesMatched.size(),
                            set.size(),
                            matches,
                            String.format(locale, "%.2f", seconds),
                            Math.round(posts / seconds)));
        }
        errors.flush();
        return anyUnreadable ? 1 : 0;
    }

    private RuleFile readRules() throws IOException {
        if (!Files.isReadable(rules) || Files.isDirectory(rules)) {
            return new RuleFile(
                    List.of(), List.of(Wording.of("input.file", locale, rules)), List.of());
        }
        return RuleFile.read(rules, locale);
    }

    private void screenAll(RuleSet set, PrintWriter errors) throws IOException {
        OutputStream output = new BufferedOutputStream(System.out, 1 << 16);
        if (files.isEmpty()) {
            screen(set, "-", System.in, output, errors);
        }
        for (Path input : files) {
            try (InputStream stream = Files.newInputStream(input)) {
                screen(set, input.toString(), stream, output, errors);
            }
        }
        output.flush();
    }

    private void screen(
            RuleSet set,
            String source,
            InputStream input,
            OutputStream output,
            PrintWriter errors) {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8), 1 << 16);
        InOrder.run(
                threads,
                new Lines(source, reader),
                batch -> screen(set, batch),
                answer -> take(answer, output, errors));
    }

    private MatchLines.Answer screen(RuleSet set, Lines.Batch batch) {
        MatchLines kept = idle.poll();
        MatchLines lines = kept == null ? new MatchLines(set, why, locale) : kept;
        MatchLines.Answer answer = lines.screen(batch);
        idle.offer(lines);
        return answer;
    }

    private void take(MatchLines.Answer answer, OutputStream output, PrintWriter errors) {
        try {
            answer.output().writeTo(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer.errors().forEach(errors::println);
        anyUnreadable |= !answer.errors().isEmpty();
        posts += answer.posts();
        postsMatched += answer.postsMatched();
        matches += answer.matches();
        rulesMatched.addAll(answer.rules());
        progress(errors);
    }

    private void progress(PrintWriter errors) {
        boolean looksOn =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        if (looksOn && System.nanoTime() - shown > 1_000_000_000L) {
            shown = System.nanoTime();
            errors.print("\r" + Wording.of("progress", locale, posts) + "\r");
            errors.flush();
        }
    }
}
