package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.community.spaces.Space;
import org.lisolo.server.community.spaces.SpaceForm;
import org.lisolo.server.community.spaces.Spaces;
import org.lisolo.server.community.spaces.Subject;
import org.lisolo.server.evidence.Log;
import org.lisolo.server.message.Inbox;
import org.lisolo.server.people.AccountId;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Pages of a full community, beside a page of nothing and a file of the same server. */
@Command(
        name = "CommunityBench",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a community through the log, as its members would, then asks for its pages"
                    + " with wrk as fast as they come, and for a question's page at a steady rate;"
                    + " in the same run a page without a query and a file. Server, PostgreSQL and"
                    + " wrk share the machine."
        })
final class CommunityBench implements Callable<Integer> {
    private static final int GROUP = 5_000;
    private static final int PATHS = 1_000;
    private static final Pattern STYLES = Pattern.compile("href=\"(/assets/lisolo-[^\"]+\\.css)\"");

    @Option(names = "--posts", description = "contributions; one in ten is a question")
    private int posts = 1_000_000;

    @Option(names = "--people", description = "authors")
    private int people = 100_000;

    @Option(names = "--reactions", description = "to each contribution")
    private int reactions = 5;

    @Option(names = "--spaces", description = "open spaces")
    private int spaces = 200;

    @Option(names = "--connections", description = "of wrk")
    private int connections = 8;

    @Option(names = "--seconds", description = "of each turn")
    private int seconds = 10;

    @Option(names = "--rate", description = "question pages a second in the steady turns")
    private int rate = 500;

    @Option(names = "--texts", description = "folder of the shared texts")
    private Path texts = Path.of("../shared/data/text");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CommunityBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start();
                Connection connection = server.connect()) {
            server.stopFollowers();
            var tables = new CommunityTables(connection);
            CommunityFill fill = fill(server, tables);
            CommunityMember few = CommunityMember.arrive(server, "Awa Peu");
            CommunityMember many = CommunityMember.arrive(server, "Awa Beaucoup");
            tables.follow(few.account().value(), 50);
            tables.follow(many.account().value(), 5_000);
            measure(server, fill, few, many);
        }
        return 0;
    }

    private CommunityFill fill(BenchServer server, CommunityTables tables) throws Exception {
        List<UUID> authors = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            authors.add(UUID.randomUUID());
        }
        List<Space> made = new ArrayList<>();
        for (int i = 0; i < spaces; i++) {
            made.add(
                    server.bean(Spaces.class)
                            .open(
                                    SpaceForm.open("Espace " + i, "Essai", "", Subject.CONDITION),
                                    new AccountId(authors.get(i))));
        }
        var fill = new CommunityFill(made, authors, SharedTexts.read(texts));
        Inbox inbox = server.bean(Inbox.class);
        long begun = System.nanoTime();
        for (int sent = 0; sent < posts; sent += GROUP) {
            List<CommunityFill.Written> written = fill.next(Math.min(GROUP, posts - sent));
            inbox.accept(written.stream().map(CommunityFill.Written::arrival).toList());
            tables.add(written);
        }
        say("%,d posts accepted and placed, %,.0f a second", posts, posts / seconds(begun));
        tables.finish(authors, reactions);
        awaitTheLog(server, tables);
        say(
                "%,d reactions; all is there after %.0f s",
                tables.count("select count(*) from community.reaction"), seconds(begun));
        return fill;
    }

    /** All is in its sequence, and those who follow stand behind it. */
    private void awaitTheLog(BenchServer server, CommunityTables tables) throws Exception {
        Log log = server.bean(Log.class);
        while (log.size() < posts) {
            Thread.sleep(500);
        }
        tables.skipTo(log.size());
        server.startFollowers();
    }

    private void measure(
            BenchServer server, CommunityFill fill, CommunityMember few, CommunityMember many)
            throws Exception {
        List<String> questions =
                fill.recent().stream().limit(PATHS).map(CommunityFill.Asked::path).toList();
        List<String> places =
                fill.recent().stream()
                        .map(asked -> asked.space().path())
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .toList();
        List<String> searches =
                Stream.of("paludisme", "vaccin", "hopital", "enfant fievre", "the health")
                        .map(words -> "/discussions/search?q=" + words.replace(' ', '+'))
                        .toList();
        String answered = questions.getLast();
        var wrk = new Wrk(server.port(), connections, seconds);
        for (int round = 0; round < 2; round++) { // the first is to warm up
            say(round == 0 ? "to warm up" : "measured");
            tell("a file", wrk.get(List.of(styles(server)), List.of()));
            tell("a page without a query", wrk.get(List.of("/about/proof"), List.of()));
            tell("one question", wrk.get(questions.subList(0, 1), List.of()));
            tell("1,000 questions", wrk.get(questions, List.of()));
            if (round == 1) {
                steadily(server, questions, "read before", rate);
            }
            tell("1,000 to a member", wrk.get(questions, few.headers()));
            tell("a space", wrk.get(places, List.of()));
            tell("all questions", wrk.get(List.of("/questions"), List.of()));
            tell("search", wrk.get(searches, List.of()));
            tell("home, 50 followed", wrk.get(List.of("/home"), few.headers()));
            tell("home, 5,000 followed", wrk.get(List.of("/home"), many.headers()));
            tell("an answer is posted", wrk.run(few.answering(answered), List.of()));
        }
        List<String> others =
                fill.recent().stream().skip(PATHS).map(CommunityFill.Asked::path).toList();
        steadily(server, others, "not read before", rate / 5);
        say("resident: %s", Memory.of(ProcessHandle.current()).megabytes());
    }

    private static void tell(String what, Wrk.Result result) {
        say(
                "%-24s %,8.0f a second, p50 %6.2f ms, p99 %6.2f ms",
                what, result.rate(), result.p50(), result.p99());
    }

    private void steadily(BenchServer server, List<String> questions, String which, int often)
            throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            List<Double> millis =
                    new SteadyLoad(often, seconds)
                            .of(
                                    number ->
                                            page(
                                                    http,
                                                    server,
                                                    questions.get(number % questions.size())));
            say(
                    "1,000 questions %s, %d a second: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
                    which,
                    often,
                    Figures.percentile(millis, 0.5),
                    Figures.percentile(millis, 0.95),
                    Figures.percentile(millis, 0.99));
        }
    }

    private static String page(HttpClient http, BenchServer server, String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    private static String styles(BenchServer server) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            Matcher styles = STYLES.matcher(page(http, server, "/about/proof"));
            if (!styles.find()) {
                throw new IllegalStateException("the page names no styles");
            }
            return styles.group(1);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
