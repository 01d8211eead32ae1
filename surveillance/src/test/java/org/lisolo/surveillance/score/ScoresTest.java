package org.lisolo.surveillance.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lisolo.surveillance.Problem;
import org.lisolo.surveillance.SharedSurveillance;
import org.lisolo.surveillance.chance.RDraws;
import org.lisolo.surveillance.score.HubForecasts.About;
import org.lisolo.surveillance.score.HubForecasts.Scored;
import org.lisolo.surveillance.series.CsvTable;

import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ScoresTest {
    @Test
    void scoresTheFluSightForecastsAsTheReferenceDoes() {
        Map<HubForecasts.Period, Double> truth;
        try (CsvTable table =
                CsvTable.open(SharedSurveillance.file("flusight/target_hospital_admissions.csv"))) {
            truth = HubForecasts.readTruth(table);
        }
        Map<String, Scored> ours = new HashMap<>();
        for (String model : List.of("FluSight-ensemble", "FluSight-baseline")) {
            for (String date : List.of("2024-12-14", "2025-01-11", "2025-02-08")) {
                String name = "flusight/" + date + "-" + model + ".csv";
                try (CsvTable table = CsvTable.open(SharedSurveillance.file(name))) {
                    HubForecasts.score(HubForecasts.read(table), truth)
                            .forEach(one -> ours.put(model + key(one.about()), one));
                }
            }
        }
        int compared = 0;
        try (CsvTable table = CsvTable.open(SharedSurveillance.file("reference/wis/wis.csv"))) {
            while (table.hasNext()) {
                CsvTable.Row row = table.next();
                if (row.text("horizon").equals("-1")) {
                    continue;
                }
                Scored one =
                        ours.get(
                                row.text("model")
                                        + row.text("reference_date")
                                        + row.text("location")
                                        + row.text("horizon"));
                double wis = row.number("wis");
                assertThat(one.wis()).isCloseTo(wis, within(1e-6 * Math.max(1, wis)));
                assertThat(one.absoluteError()).isEqualTo(row.number("ae"));
                assertThat(one.held50()).isEqualTo(row.number("cov50"));
                assertThat(one.held95()).isEqualTo(row.number("cov95"));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }

    private static String key(About about) {
        return about.reference() + about.location() + about.horizon();
    }

    @Test
    void theWeightedIntervalScoreOfAPointIsItsAbsoluteError() {
        assertThat(forecast(Map.of(0.5, 7.0)).weightedIntervalScore(10)).isEqualTo(3);
    }

    @Test
    void theWeightedIntervalScoreIsTheWeightedSumOfItsIntervals() {
        QuantileForecast forecast = forecast(Map.of(0.025, 2.0, 0.5, 5.0, 0.975, 9.0));
        double interval = 7 + 2 / 0.05 * (12 - 9);
        assertThat(forecast.weightedIntervalScore(12))
                .isCloseTo((0.5 * 7 + 0.025 * interval) / 1.5, within(1e-12));
        assertThat(forecast.holds(0.95, 9)).isTrue();
        assertThat(forecast.holds(0.95, 9.1)).isFalse();
    }

    @Test
    void refusesHalfASetOfQuantiles() {
        refuses(Map.of(0.025, 1.0, 0.5, 2.0), "level 0.025 has no counterpart");
        refuses(Map.of(0.025, 1.0, 0.975, 2.0), "no median");
        refuses(Map.of(0.25, 3.0, 0.5, 2.0, 0.75, 4.0), "falls at level 0.5");
    }

    @Test
    void namesTheLineOfAWrongForecast() {
        String head = "horizon,target_end_date,output_type,output_type_id,value\n";
        fails(head + "0,2026-01-03,quantile,0.5,x\n", "line 2: value is not a number");
        fails(head + "0,2026-01-03,quantile,1.5,3\n", "line 2: output_type_id must lie");
        fails(head + "0,2026-01-03,quantile,0.25,3\n", "line 2: there is no median");
        fails(head + "0.5,2026-01-03,quantile,0.5,3\n", "line 2: horizon is not a whole number");
        fails(
                head + "0,2026-01-03,quantile,0.5,3\n0,2026-01-03,quantile,0.5,3\n",
                "line 3: level 0.5 of a forecast is there twice");
    }

    @Test
    void scoresNormalForecasts() {
        // R, scoringRules 1.0.1: crps_norm(1, 0, 2), logs_norm, dss_norm
        assertThat(DensityScores.crpsNormal(0, 1, 0)).isCloseTo(0.2336949772551092, within(1e-12));
        assertThat(DensityScores.logNormal(0, 2, 1))
                .isCloseTo(0.5 * Math.log(2 * Math.PI) + Math.log(2) + 0.125, within(1e-12));
        assertThat(DensityScores.dawidSebastiani(0, 2, 1))
                .isCloseTo(0.25 + 2 * Math.log(2), within(1e-12));
        assertThat(DensityScores.logProbability(0.25)).isCloseTo(Math.log(4), within(1e-12));
    }

    @Test
    void theScoreOfASampleComesNearThatOfItsDistribution() {
        RDraws draws = new RDraws(2);
        double[] sample = new double[4000];
        for (int i = 0; i < sample.length; i++) {
            double sum = 0;
            for (int k = 0; k < 12; k++) {
                sum += draws.uniform();
            }
            sample[i] = 3 + 2 * (sum - 6);
        }
        assertThat(DensityScores.crpsSample(sample, 4))
                .isCloseTo(DensityScores.crpsNormal(3, 2, 4), within(0.03));
        assertThat(DensityScores.crpsSample(new double[] {5}, 2)).isEqualTo(3);
    }

    @Test
    void scoresCounts() {
        assertThat(DensityScores.rankedProbability(new double[] {0, 0, 1}, 2)).isZero();
        assertThat(DensityScores.rankedProbability(new double[] {1}, 3)).isEqualTo(3);
        assertThat(DensityScores.rankedProbability(new double[] {0.5, 0.5}, 1)).isEqualTo(0.25);
    }

    @Test
    void scoresPoints() {
        PointScores scores = PointScores.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 6});
        assertThat(scores.rmse()).isEqualTo(1);
        assertThat(scores.mae()).isEqualTo(0.5);
        assertThat(scores.correlation()).isCloseTo(0.9561828874675149, within(1e-12));
        assertThat(PointScores.skill(0.5, 2)).isEqualTo(0.75);
        assertThat(PointScores.correlation(new double[] {1, 1}, new double[] {1, 2})).isNaN();
    }

    @Test
    void tellsABetterForecastFromAnEqualOne() {
        RDraws draws = new RDraws(5);
        double[] worse = new double[200];
        double[] better = new double[200];
        double[] alike = new double[200];
        for (int i = 0; i < 200; i++) {
            worse[i] = 1 + draws.uniform();
            better[i] = 0.7 + draws.uniform();
            alike[i] = 1 + draws.uniform();
        }
        assertThat(DieboldMariano.compare(worse, better, 0).pValue()).isLessThan(0.001);
        assertThat(DieboldMariano.compare(worse, better, 4).statistic()).isPositive();
        assertThat(DieboldMariano.compare(worse, alike, 0).pValue()).isGreaterThan(0.01);
        assertThat(DieboldMariano.compare(worse, worse, 0).pValue()).isNaN();
    }

    @Test
    void theDieboldMarianoStatisticIsThatOfThePaper() {
        double[] first = {4, 1, 3, 2, 5};
        double[] second = {1, 1, 2, 3, 2};
        double mean = 6 / 5.0;
        double variance = (3.24 + 1.44 + 0.04 + 4.84 + 3.24) / 5;
        assertThat(DieboldMariano.compare(first, second, 0).statistic())
                .isCloseTo(mean / Math.sqrt(variance / 5) * Math.sqrt(4 / 5.0), within(1e-12));
    }

    private static QuantileForecast forecast(Map<Double, Double> quantiles) {
        return QuantileForecast.of(new TreeMap<>(quantiles), "here");
    }

    private static void refuses(Map<Double, Double> quantiles, String sentence) {
        assertThatThrownBy(() -> forecast(quantiles))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
    }

    private static void fails(String csv, String sentence) {
        assertThatThrownBy(
                        () ->
                                HubForecasts.read(
                                        CsvTable.read(new StringReader(csv), "forecast.csv")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("forecast.csv, ")
                .hasMessageContaining(sentence);
    }
}
