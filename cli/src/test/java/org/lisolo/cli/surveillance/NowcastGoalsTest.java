package org.lisolo.cli.surveillance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.surveillance.score.DieboldMariano;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code lisolo nowcast signals} is held to on influenza-like illness in the United States,
 * 2009 to 2014: the average of the seasonal autoregression and ARGO as R gave them, and in the ten
 * regions the best of four baselines, which nobody could have known beforehand.
 */
class NowcastGoalsTest {
    private static final int TERMS = 86;

    @TempDir private Path folder;

    @Test
    void beatsTheAverageOfArgoAndTheSeasonalModelAlsoInWeeksItsSettingsWereNotChosenOn()
            throws IOException {
        Map<String, String> targets = targets("ilinet_national.csv", "");
        List<NamedCsvRecord> ours = nowcasts(targets, true);
        assertThat(ours).hasSize(288);
        assertThat(inside(ours)).isBetween(0.92, 0.98);
        Map<String, NamedCsvRecord> others =
                byWeek(data().resolve("benchmarks/us_wili_nowcast_predictions.csv"));
        for (String from : List.of("2009-03-28", "2012-01-01")) {
            List<NamedCsvRecord> weeks =
                    ours.stream().filter(r -> r.getField("week").compareTo(from) >= 0).toList();
            double[] theirs =
                    weeks.stream()
                            .mapToDouble(
                                    r ->
                                            squared(
                                                    number(r, "observed")
                                                            - average(
                                                                    others.get(
                                                                            r.getField("week")))))
                            .toArray();
            DieboldMariano compared = DieboldMariano.compare(theirs, squares(weeks), 0);
            assertThat(compared.statistic()).as("from %s", from).isPositive();
            assertThat(compared.pValue()).as("from %s", from).isLessThan(0.05);
        }
    }

    @Test
    void isAsGoodAsTheBestBaselineInTheTenRegions() throws IOException {
        Map<String, Double> best =
                rows(data().resolve("benchmarks/us_hhs_regions.csv")).stream()
                        .filter(r -> r.getField("window").equals("dev"))
                        .collect(
                                Collectors.toMap(
                                        r -> r.getField("region"),
                                        r -> number(r, "mse"),
                                        Math::min));
        double withTerms = 0;
        double alone = 0;
        double all = 0;
        for (Map.Entry<String, Double> one : best.entrySet()) {
            Map<String, String> targets = targets("ilinet_hhs_regions.csv", one.getKey());
            double error = mean(squares(nowcasts(targets, true)));
            assertThat(error).as(one.getKey()).isLessThanOrEqualTo(one.getValue());
            List<NamedCsvRecord> ours = nowcasts(targets, false);
            assertThat(inside(ours)).as(one.getKey()).isBetween(0.92, 0.98);
            double without = mean(squares(ours));
            // two of ten lose by less than one in a hundred
            assertThat(without).as(one.getKey()).isLessThan(1.01 * one.getValue());
            withTerms += error;
            alone += without;
            all += one.getValue();
        }
        assertThat(best).hasSize(10);
        assertThat(alone).isLessThan(0.95 * all);
        assertThat(withTerms).isLessThan(0.85 * all);
    }

    private List<NamedCsvRecord> nowcasts(Map<String, String> targets, boolean withTerms)
            throws IOException {
        Map<String, NamedCsvRecord> terms = byWeek(data().resolve("us_flu/google_trends_us.csv"));
        StringBuilder csv = new StringBuilder("week,target");
        for (int k = 0; k < TERMS && withTerms; k++) {
            csv.append(",s").append(k);
        }
        targets.forEach(
                (week, target) -> {
                    csv.append('\n').append(week).append(',').append(target);
                    NamedCsvRecord term = terms.get(week);
                    for (int k = 1; k <= TERMS && withTerms; k++) {
                        csv.append(',').append(term == null ? "" : term.getField(k));
                    }
                });
        Path file = Files.writeString(folder.resolve("us.csv"), csv.append('\n'));
        Verb done =
                Verb.run(
                        "nowcast signals --method lisolo --from 2009-03-28 --to 2014-09-27"
                                .split(" "),
                        file.toString());
        assertThat(done.err()).isEmpty();
        return rows(done.out());
    }

    private static Map<String, String> targets(String file, String region) throws IOException {
        return rows(data().resolve("us_flu").resolve(file)).stream()
                .filter(r -> region.isEmpty() || r.getField("region").equals(region))
                .collect(
                        Collectors.toMap(
                                r -> r.getField("week_ending"),
                                r -> r.getField("wili_pct"),
                                (a, b) -> b,
                                java.util.TreeMap::new));
    }

    private static double average(NamedCsvRecord other) {
        return (number(other, "ar3_harm_logit_expanding") + number(other, "argo_gt_min")) / 2;
    }

    private static double[] squares(List<NamedCsvRecord> weeks) {
        return weeks.stream()
                .mapToDouble(r -> squared(number(r, "observed") - number(r, "predicted")))
                .toArray();
    }

    private static double inside(List<NamedCsvRecord> weeks) {
        return mean(
                weeks.stream()
                        .mapToDouble(
                                r ->
                                        number(r, "lower95") <= number(r, "observed")
                                                        && number(r, "observed")
                                                                <= number(r, "upper95")
                                                ? 1
                                                : 0)
                        .toArray());
    }

    private static double mean(double[] values) {
        return java.util.Arrays.stream(values).average().orElseThrow();
    }

    private static double squared(double value) {
        return value * value;
    }

    private static double number(NamedCsvRecord row, String field) {
        return Double.parseDouble(row.getField(field));
    }

    private static Map<String, NamedCsvRecord> byWeek(Path file) throws IOException {
        return rows(file).stream()
                .collect(Collectors.toMap(r -> r.getField("week_ending"), Function.identity()));
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        return rows(Files.readString(file));
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return new ArrayList<>(CsvReader.builder().ofNamedCsvRecord(csv).stream().toList());
    }

    private static Path data() {
        assumeTrue(Verb.data().isPresent(), "skipped: there is no shared data");
        return Verb.data().orElseThrow();
    }
}
