package org.lisolo.cli.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Nowcasts, scores, correlation, campaigns and signals through the command line. */
class NowcastVerbsTest {
    private static final Map<String, String> METHODS =
            Map.of(
                    "unif", "unif",
                    "bayes-notrunc", "bayesNotrunc",
                    "bayes-trunc", "bayesTrunc",
                    "lawless", "lawless");

    @TempDir private Path folder;

    @Test
    void completesTheHusLineListAsR() throws IOException {
        Path data = data();
        Path list = folder.resolve("hus.csv");
        Files.writeString(
                list,
                Files.readString(data.resolve("linelist/hus_o104_germany_2011.csv"))
                        .replaceFirst("dHosp,dReport", "onset,report"));
        List<String> differing = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("reference/nowcast"))) {
            for (Path file : files.sorted().toList()) {
                String[] parts = file.getFileName().toString().replace(".csv", "").split("_");
                List<String> args =
                        new ArrayList<>(
                                List.of(
                                        "nowcast",
                                        "delays",
                                        "--method",
                                        METHODS.get(parts[2]),
                                        "--now",
                                        parts[1],
                                        "--max-delay",
                                        parts[3].substring(1),
                                        "--control",
                                        "{\"N.tInf.prior\":\"poisgamma\",\"mean.lambda\":50,"
                                                + "\"var.lambda\":3000,\"N.tInf.max\":300}",
                                        list.toString()));
                if (!parts[4].equals("mall")) {
                    args.addAll(List.of("--window", parts[4].substring(1)));
                }
                Map<String, NamedCsvRecord> ours =
                        rows(Verb.run(args.toArray(String[]::new)).out()).stream()
                                .collect(
                                        Collectors.toMap(
                                                r -> r.getField("onset"), Function.identity()));
                for (NamedCsvRecord row : rows(Files.readString(file))) {
                    NamedCsvRecord mine = ours.get(row.getField("date"));
                    for (String column :
                            List.of("observed_so_far", "predicted", "lower", "upper")) {
                        if (!mine.getField(column).equals(row.getField(column))) {
                            differing.add(file + " " + row + " " + mine);
                        }
                    }
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    @Test
    void writesQuantilesThatItCanScoreItself() throws IOException {
        Path table = Files.writeString(folder.resolve("made.csv"), made(200));
        Verb forecast =
                Verb.run(
                        "nowcast",
                        "signals",
                        "--method",
                        "lisolo",
                        "--from",
                        "2023-06-03",
                        "--to",
                        "2023-09-02",
                        "--horizons",
                        "3",
                        "--hubverse",
                        table.toString());
        assertThat(forecast.err()).isEmpty();
        Path file = Files.writeString(folder.resolve("2023-06-03-ours.csv"), forecast.out());
        Verb scored = Verb.run("score", "--truth", table.toString(), file.toString());
        assertThat(scored.err()).isEmpty();
        List<NamedCsvRecord> rows = rows(scored.out());
        assertThat(rows).extracting(r -> r.getField("model")).containsOnly("ours");
        assertThat(rows).extracting(r -> r.getField("horizon")).containsExactly("0", "1", "2");
    }

    @Test
    void scoresItsOwnNowcastsBesideABaseline() throws IOException {
        Path table = Files.writeString(folder.resolve("made.csv"), made(200));
        Path[] files = new Path[2];
        for (int k = 0; k < 2; k++) {
            Verb done =
                    Verb.run(
                            "nowcast",
                            "signals",
                            "--method",
                            k == 0 ? "persistence" : "lisolo",
                            "--from",
                            "2022-10-01",
                            "--to",
                            "2023-09-30",
                            table.toString());
            files[k] = Files.writeString(folder.resolve(k + ".csv"), done.out());
        }
        NamedCsvRecord row =
                rows(Verb.run("score", "--baseline", files[0] + "", files[1] + "").out())
                        .getFirst();
        assertThat(Double.parseDouble(row.getField("skill"))).isPositive();
        assertThat(row.getField("weeks_shared")).isEqualTo("53");
    }

    @Test
    void tellsWhatACampaignChanged() throws IOException {
        StringBuilder csv = new StringBuilder("date,observed\n");
        Random random = new Random(3);
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 100; i++) {
            int calls = 200 + random.nextInt(20) + (i >= 90 ? 60 : 0);
            csv.append(day.plusWeeks(i)).append(',').append(calls).append('\n');
        }
        Path file = Files.writeString(folder.resolve("calls.csv"), csv);
        Verb done = Verb.run("its", "--start", day.plusWeeks(90).toString(), file.toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("an effect is shown");
        NamedCsvRecord effect = rows(done.out()).get(2);
        assertThat(Double.parseDouble(effect.getField("lower"))).isBetween(40.0, 60.0);
    }

    @Test
    void writesSignalsOfFewReportsWithoutTheMixture() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("reports.csv"),
                        "report,drug,event\n1,quinine,rash\n2,quinine,rash\n3,zinc,fever\n");
        Verb done = Verb.run("signals", file.toString());
        assertThat(done.err()).isEmpty();
        assertThat(rows(done.out())).hasSize(2);
        assertThat(rows(done.out()).getFirst().getField("ebgm")).isEqualTo("NA");
    }

    @Test
    void namesFileAndLine() throws IOException {
        Path weeks =
                Files.writeString(
                        folder.resolve("w.csv"), "week,target\n2026-01-03,1\n2026-01-17,2\n");
        says(
                weeks + ", line 3: week 2026-01-10 is missing",
                "nowcast",
                "signals",
                "--method",
                "ar",
                "--from",
                "2026-01-03",
                "--to",
                "2026-01-03",
                weeks.toString());
        says(
                weeks + ", line 1: there is no column onset",
                "nowcast",
                "delays",
                "--method",
                "unif",
                "--now",
                "2026-01-03",
                "--max-delay",
                "3",
                weeks.toString());
        says(weeks + ", line 1: there is no column report", "signals", weeks.toString());
        says(
                weeks + ", line 1: there is no column date",
                "its",
                "--start",
                "2026-01-03",
                weeks + "");
        says("there is no signal", "correlate", weeks.toString());
        says("there is no such file", "score", "nowhere.csv");
        says(
                "there is no method x",
                "nowcast",
                "delays",
                "--method",
                "x",
                "--now",
                "2026-01-03",
                "--max-delay",
                "3",
                weeks.toString());
        says(
                "there is no setting y",
                "nowcast",
                "delays",
                "--method",
                "unif",
                "--now",
                "2026-01-03",
                "--max-delay",
                "3",
                "--control",
                "{\"y\":1}",
                weeks.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nowcast delays", "nowcast signals", "score", "correlate", "its", "signals"})
    void showsAnExample(String verb) {
        String[] words = (verb + " --help").split(" ");
        assertThat(Verb.run(words).out()).contains("Example").contains("lisolo " + verb);
    }

    /** Whatever stands in the file, the answer is rows or one sentence, never a failure. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nowcast delays --method chainLadder --now 2021-01-30 --max-delay 3",
                "nowcast delays --method bayesTrunc --now 2021-01-30 --max-delay 3",
                "nowcast signals --method lisolo --from 2021-01-02 --to 2021-01-30 --threads 1",
                "score",
                "score --truth TRUTH",
                "correlate",
                "correlate --monitor --gaps blank",
                "its --start 2021-01-16",
                "signals"
            })
    void answersAnyFile(String line) throws IOException {
        String[] seeds = {
            "onset,report\n2020-12-01,2020-12-04\n2021-01-01,2021-01-02\n2021-01-28,2021-01-30\n",
            "week,target,s\n"
                    + "2021-01-02,5,1\n"
                    + "2021-01-09,6,2\n"
                    + "2021-01-16,,3\n"
                    + "2021-01-23,7,\n"
                    + "2021-01-30,8,4\n",
            "week,observed,predicted,lower95,upper95\n2021-01-02,5,4,3,6\n2021-01-09,6,6,5,7\n",
            "date,observed,c\n2021-01-02,5,1\n2021-01-09,6,2\n2021-01-16,7,3\n2021-01-23,9,3\n",
            "report,drug,event,stratum\n1,a,b,x\n2,a,c,y\n3,d,b,x\n4,e,f,x\n5,g,h,y\n6,a,b,x\n",
            "horizon,target_end_date,output_type,output_type_id,value\n"
                    + "0,2021-01-02,quantile,0.5,3\n"
        };
        Random random = new Random(line.hashCode());
        Path truth = Files.writeString(folder.resolve("truth.csv"), "week,target\n2021-01-02,5\n");
        Path file = folder.resolve("fuzzed.csv");
        for (int round = 0; round < 150; round++) {
            StringBuilder csv = new StringBuilder(seeds[random.nextInt(seeds.length)]);
            for (int change = random.nextInt(6); change > 0; change--) {
                String[] bits = {
                    "", ",", "\n", "\"", "-", "9", "NA", "1e308", "é", "\0", "Inf", "0"
                };
                int at = random.nextInt(csv.length());
                csv.replace(
                        at,
                        Math.min(csv.length(), at + random.nextInt(3)),
                        bits[random.nextInt(bits.length)]);
            }
            Files.writeString(file, csv);
            Verb done = Verb.run((line.replace("TRUTH", truth.toString()) + " " + file).split(" "));
            assertThat(done.exit()).as("%s%n%s", csv, done.err()).isIn(0, 1);
            if (done.exit() == 1) {
                assertThat(done.err()).as("%s", csv).startsWith("lisolo ").doesNotContain("\tat ");
            }
        }
    }

    /** Whatever stands in the control, the answer is rows or one sentence, never a failure. */
    @ParameterizedTest
    @ValueSource(
            strings = {"unif", "bayesNotrunc", "bayesTrunc", "lawless", "chainLadder", "lisolo"})
    void answersAnyControl(String method) throws IOException {
        StringBuilder csv = new StringBuilder("onset,report\n");
        LocalDate day = LocalDate.of(2021, 1, 1);
        for (int i = 0; i < 60; i++) {
            csv.append(day.plusDays(i / 2)).append(',').append(day.plusDays(i / 2 + i % 4));
            csv.append('\n');
        }
        Path file = Files.writeString(folder.resolve("cases.csv"), csv);
        Random random = new Random(method.hashCode());
        int answered = 0;
        for (int round = 0; round < 150; round++) {
            String control = round == 0 ? "{}" : anyControl(random);
            Verb done =
                    Verb.run(
                            ("nowcast delays --method " + method + " --now 2021-01-30").split(" "),
                            "--max-delay",
                            "4",
                            "--control",
                            control,
                            file.toString());
            assertThat(done.exit()).as("%s%n%s", control, done.err()).isIn(0, 1);
            assertThat(done.exit() == 0).as(control).isEqualTo(done.err().isEmpty());
            if (done.exit() == 1) {
                assertThat(done.err())
                        .as(control)
                        .startsWith("lisolo nowcast delays: ")
                        .contains("control")
                        .doesNotContain("\tat ");
            } else {
                assertThat(rows(done.out())).as(control).hasSize(5);
                answered++;
            }
        }
        assertThat(answered).isPositive();
    }

    /** Some keys with values likely and not, and now and then a letter that does not belong. */
    private static String anyControl(Random random) {
        String[] keys = {
            "N.tInf.prior",
            "mean.lambda",
            "var.lambda",
            "N.tInf.max",
            "gd.prior.kappa",
            "alpha",
            "nSamples",
            "seed",
            "other"
        };
        String[] values = {
            "\"poisgamma\"",
            "50",
            "300",
            "0.1",
            "0.05",
            "0",
            "1",
            "-1",
            "1e308",
            "1e999",
            "2.5",
            "true",
            "null",
            "[1]",
            "{\"a\":1}",
            "\"\"",
            "99999999999",
            "1e-300"
        };
        StringBuilder control = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            control.append(control.length() > 1 ? "," : "")
                    .append('"')
                    .append(keys[random.nextInt(keys.length)])
                    .append("\":")
                    .append(values[random.nextInt(values.length)]);
        }
        control.append('}');
        if (random.nextInt(4) == 0) {
            String odd = "{}[],:\"x0\\ é";
            control.setCharAt(
                    random.nextInt(control.length()), odd.charAt(random.nextInt(odd.length())));
        }
        return control.toString();
    }

    private static void says(String sentence, String... args) {
        Verb done = Verb.run(args);
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.err()).contains(sentence);
    }

    private static String made(int weeks) {
        Random random = new Random(5);
        StringBuilder csv = new StringBuilder("week,target,posts\n");
        LocalDate week = LocalDate.of(2020, 1, 4);
        double level = 20;
        for (int i = 0; i < weeks; i++) {
            level = Math.max(2, level * Math.exp(0.3 * random.nextGaussian()) * 0.9 + 2);
            csv.append(week.plusWeeks(i))
                    .append(',')
                    .append(level)
                    .append(',')
                    .append(level * (1 + 0.05 * random.nextGaussian()))
                    .append('\n');
        }
        return csv.toString();
    }

    private static Path data() {
        assumeTrue(Verb.data().isPresent(), "skipped: there is no shared data");
        return Verb.data().orElseThrow();
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }
}
