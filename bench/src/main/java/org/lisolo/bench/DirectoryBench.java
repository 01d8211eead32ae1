package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;

import org.lisolo.server.directory.EntryKind;
import org.lisolo.server.directory.NewEntries;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.OrganisationKind;
import org.lisolo.server.people.Organisations;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The directory's search over many professionals, beside the bare query that finds the same. */
@Command(
        name = "DirectoryBench",
        mixinStandardHelpOptions = true,
        description = {
            "Enters invented professionals as a table would, then asks for pages of the public"
                    + " search at a steady rate (each request at its time, whether the one before"
                    + " was answered or not), and in turns the bare SQL query of the same searches"
                    + " at the same rate over open connections. Latency counts from the time at"
                    + " which a request was due."
        })
final class DirectoryBench implements Callable<Integer> {
    private static final List<String> TOWNS =
            List.of("Kinshasa", "Lubumbashi", "Goma", "Bukavu", "Kananga", "Likasi", "Matadi");
    private static final List<String> SPECIALITIES =
            List.of(
                    "cardiology",
                    "paediatrics",
                    "gynaecology",
                    "surgery",
                    "dermatology",
                    "ophthalmology",
                    "general-medicine",
                    "psychiatry",
                    "nephrology",
                    "oncology");
    private static final List<String> STARTS =
            List.of(
                    "Ka", "Mu", "Tshi", "Lu", "Ba", "Ngo", "Ilu", "Mbu", "Nzu", "Kala", "Mwa",
                    "Bu");
    private static final List<String> ENDS =
            List.of("bongo", "kendi", "limba", "samba", "hati", "yaku", "nga", "ji", "zi", "banda");

    /** Searches, each with the words that the bare query looks for. */
    private static final Map<String, String> SEARCHES =
            new LinkedHashMap<>(
                    Map.of(
                            "q=cardiologue&where=Lubumbashi",
                            "'cardiologue':* & 'at:lubumbashi':*",
                            "q=kasamba",
                            "'kasamba':*",
                            "q=maladies+du+coeur&where=Goma",
                            "'maladies':* & 'coeur':* & 'at:goma':*",
                            "q=medecin",
                            "'medecin':*",
                            "q=pediatre&language=sw&where=Bukavu",
                            "'pediatre':* & 'language:sw' & 'at:bukavu':*",
                            "speciality=nephrology&where=Kananga&open=1",
                            "'speciality:nephrology' & 'at:kananga':*",
                            "q=Mukendi+Ilunga",
                            "'mukendi':* & 'ilunga':*",
                            "q=cardiolgue&where=Likasi",
                            "'cardiologue' & 'at:likasi':*"));

    @Option(names = "--professionals", description = "how many")
    private int professionals = 100_000;

    @Option(names = "--rate", description = "requests a second")
    private int rate = 50;

    @Option(names = "--seconds", description = "of each turn")
    private int seconds = 15;

    @Option(names = "--warm", description = "seconds to warm up")
    private int warm = 15;

    @Option(names = "--rounds", description = "turns that count, after one to warm up")
    private int rounds = 3;

    private SteadyLoad load = new SteadyLoad(1, 1);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new DirectoryBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Figures.sayMachine();
        try (BenchServer server = BenchServer.start()) {
            enter(server);
            try (Connection tidy = server.connect();
                    var statement = tidy.createStatement()) {
                statement.execute("vacuum analyze directory.listing");
                statement.execute("vacuum analyze directory.entry");
                statement.execute("vacuum analyze directory.word");
            }
            compare(server);
        }
        return 0;
    }

    private void enter(BenchServer server) {
        ZoneId zone = ZoneId.of("Africa/Kinshasa");
        OrganisationId organisation =
                server.bean(Organisations.class).create("Bench", OrganisationKind.HOSPITAL, zone);
        NewEntries entries = server.bean(NewEntries.class);
        long begun = System.nanoTime();
        for (int from = 0; from < professionals; from += 1_000) {
            int to = Math.min(professionals, from + 1_000);
            entries.enterAll(
                    organisation,
                    zone,
                    EntryKind.PROFESSIONAL,
                    IntStream.range(from, to).mapToObj(DirectoryBench::professional).toList());
        }
        double took = (System.nanoTime() - begun) / 1e9;
        say("%,d professionals entered, %,.0f a second", professionals, professionals / took);
    }

    /** Always the same for a number. */
    private static Map<String, String> professional(int number) {
        return Map.of(
                "nom", STARTS.get(number % 12) + ENDS.get(number / 12 % 10),
                "postnom", STARTS.get(number / 7 % 12) + "nga" + number % 997,
                "prenom", "Prénom" + number % 331,
                "profession", number % 3 == 0 ? "nurse" : "physician",
                "specialities", number % 3 == 0 ? "" : SPECIALITIES.get(number / 3 % 10),
                "town", TOWNS.get(number / 5 % 7),
                "languages", number % 2 == 0 ? "fr;sw" : "fr;ln",
                "conditions", number % 4 == 0 ? "hypertension;malaria" : "",
                "hours", number % 5 == 0 ? "tous les jours 24h" : "lun-ven 8h-12h 14h-17h");
    }

    private void compare(BenchServer server) throws Exception {
        load = new SteadyLoad(rate, seconds);
        warm(server);
        List<Double> ratios50 = new ArrayList<>();
        List<Double> ratios99 = new ArrayList<>();
        List<Double> pages = new ArrayList<>();
        List<Double> queries = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            List<Double> page = pages(server);
            List<Double> query = queries(server);
            if (round > 0) {
                pages.addAll(page);
                queries.addAll(query);
                ratios50.add(Figures.percentile(page, 0.5) / Figures.percentile(query, 0.5));
                ratios99.add(Figures.percentile(page, 0.99) / Figures.percentile(query, 0.99));
            }
        }
        tell("page of the public search", pages);
        tell("bare SQL query", queries);
        say(
                "page to query, median of %d turns: p50 %.2f, p99 %.2f",
                rounds, Figures.median(ratios50), Figures.median(ratios99));
    }

    /** One request after another, until the compiler has had its time. */
    private void warm(BenchServer server) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(warm);
        try (HttpClient http = HttpClient.newHttpClient()) {
            int number = 0;
            while (System.nanoTime() < end) {
                page(http, server, number++);
            }
            say("%,d pages to warm up", number);
        }
    }

    private static void tell(String what, List<Double> millis) {
        say(
                "%-28s p50 %6.1f ms, p90 %6.1f ms, p99 %6.1f ms, worst %6.1f ms (%,d)",
                what,
                Figures.percentile(millis, 0.5),
                Figures.percentile(millis, 0.9),
                Figures.percentile(millis, 0.99),
                Figures.percentile(millis, 1),
                millis.size());
    }

    /** Asked for over HTTP, as a browser does. */
    private List<Double> pages(BenchServer server) throws Exception {
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return load.of(number -> page(http, server, number));
        }
    }

    private static void page(HttpClient http, BenchServer server, int number) throws Exception {
        List<String> searches = List.copyOf(SEARCHES.keySet());
        String address =
                "http://localhost:%d/directory?%s"
                        .formatted(server.port(), searches.get(number % searches.size()));
        var request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html").build();
        int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
        if (status != 200) {
            throw new IllegalStateException(address + " was answered with " + status);
        }
    }

    /** The server's own query, with nothing before and after it. */
    private List<Double> queries(BenchServer server) throws Exception {
        List<String> words = new ArrayList<>(SEARCHES.values());
        BlockingQueue<Connection> open = new ArrayBlockingQueue<>(16);
        for (int i = 0; i < 16; i++) {
            open.add(server.connect());
        }
        try {
            return load.of(
                    number -> {
                        Connection connection = open.take();
                        try {
                            query(connection, words.get(number % words.size()));
                        } finally {
                            open.add(connection);
                        }
                    });
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    private static final String QUERY =
            """
            with candidate as materialized (
                select l.entry, l.sort_name, l.standing, l.names, l.labels,
                       l.hours, l.shut, l.extra, l.zone
                  from directory.listing l
                 where l.words @@ cast(? as tsquery)
                 order by l.standing, l.sort_name, l.entry
                 limit 1001),
            ranked as (
                select l.entry, l.sort_name,
                       case when l.names @@ cast(? as tsquery) then 0
                            when l.labels @@ cast(? as tsquery) then 1 else 2 end as tier,
                       case when l.standing = 0
                              or directory.is_open(l.hours, l.shut, l.extra, l.zone, ?)
                            then 0 else 1 end as later,
                       count(*) over () as total
                  from candidate l)
            select entry, tier, later, sort_name, total from ranked
             order by tier, later, sort_name, entry limit 21
            """;

    private static void query(Connection connection, String words) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, words);
            statement.setString(2, words);
            statement.setString(3, words);
            statement.setTimestamp(4, Timestamp.from(Instant.now()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    rows.getString(4);
                }
            }
        }
    }
}
