package org.lisolo.cli.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/** Several threads give what one gives, in the same order. */
class ThreadsTest {
    @TempDir private Path folder;

    @BeforeEach
    void makesTheFiles() throws IOException {
        Random random = new Random(8);
        LocalDate monday = LocalDate.of(2020, 1, 6);
        StringBuilder weeks = new StringBuilder("week,target,views,posts,news\n");
        StringBuilder campaign = new StringBuilder("date,observed,control\n");
        StringBuilder line = new StringBuilder("onset,report\n");
        StringBuilder reports = new StringBuilder("report,drug,event\n");
        StringBuilder many = new StringBuilder("series,index,observed\n");
        for (int i = 0; i < 160; i++) {
            LocalDate week = monday.plusWeeks(i);
            double level = 20 + 10 * Math.sin(i / 8.0) + random.nextDouble();
            weeks.append(week)
                    .append(',')
                    .append(level)
                    .append(',')
                    .append(level * 3 + random.nextDouble())
                    .append(',')
                    .append(random.nextInt(50))
                    .append(',')
                    .append(random.nextInt(9))
                    .append('\n');
            campaign.append(week)
                    .append(',')
                    .append(level + (i > 140 ? 6 : 0))
                    .append(',')
                    .append(random.nextInt(40))
                    .append('\n');
            for (int k = 0; k < 6; k++) {
                line.append(week)
                        .append(',')
                        .append(week.plusWeeks(random.nextInt(5)))
                        .append('\n');
            }
            reports.append(i)
                    .append(",d")
                    .append(random.nextInt(4))
                    .append(",e")
                    .append(random.nextInt(4))
                    .append('\n');
        }
        for (String series : new String[] {"a", "b", "c"}) {
            for (int i = 1; i <= 60; i++) {
                many.append(series + "," + i + "," + random.nextInt(12) + "\n");
            }
        }
        Files.writeString(folder.resolve("weeks.csv"), weeks);
        Files.writeString(folder.resolve("campaign.csv"), campaign);
        Files.writeString(folder.resolve("line.csv"), line);
        Files.writeString(folder.resolve("reports.csv"), reports);
        Files.writeString(folder.resolve("many.csv"), many);
        for (String method : new String[] {"persistence", "ar"}) {
            Verb made = Verb.run(words("nowcast signals --method " + method + SOME + "weeks.csv"));
            Files.writeString(folder.resolve(method + ".csv"), made.out());
        }
    }

    private static final String SOME = " --from 2022-06-01 --to 2022-12-31 ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "detect --method earsC --freq 52 --start 2020-1 --from 20 --to 60 many.csv",
                "nowcast delays --method lisolo --now 2022-10-03,2022-10-10,2022-10-17"
                        + " --max-delay 5 line.csv",
                "nowcast delays --method bayesTrunc --now 2022-10-03,2022-10-10 --max-delay 5"
                        + " line.csv",
                "nowcast signals --method lisolo" + SOME + "weeks.csv",
                "score --baseline persistence.csv ar.csv persistence.csv",
                "correlate --max-lead 2 --news news weeks.csv",
                "correlate --monitor weeks.csv",
                "its --start 2022-09-19 --season 1 campaign.csv",
                "signals reports.csv",
            })
    void giveWhatOneGives(String line) {
        Verb one = Verb.run(words(line + " --threads 1"));
        Verb four = Verb.run(words(line + " --threads 4"));

        assertThat(one.err()).isEmpty();
        assertThat(one.out().lines().count()).isGreaterThan(2);
        assertThat(four.out()).isEqualTo(one.out());
        for (String wrong : new String[] {"0", "-3", "1000000"}) {
            Verb refused = Verb.run(words(line + " --threads " + wrong));
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.err()).contains("--threads", "1 to 1024");
            assertThat(refused.out()).isEmpty();
        }
    }

    @Test
    void namesTheDateWhereThereAreSeveral() {
        String delays = "nowcast delays --method chainLadder --max-delay 3 line.csv --now ";
        Verb one = Verb.run(words(delays + "2022-10-10"));
        Verb two = Verb.run(words(delays + "2022-10-03,2022-10-10"));

        assertThat(one.out()).startsWith("onset,observed_so_far,");
        assertThat(two.out()).startsWith("now,onset,observed_so_far,");
        assertThat(two.out().lines().filter(row -> row.startsWith("2022-10-10,")))
                .extracting(row -> row.substring("2022-10-10,".length()))
                .containsExactlyElementsOf(one.out().lines().skip(1).toList());
    }

    private String[] words(String line) {
        return line.replaceAll("(\\S+\\.csv)", folder + "/$1").split(" ");
    }
}
