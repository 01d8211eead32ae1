package org.lisolo.cli.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

class DetectTest {
    @TempDir Path folder;

    @Test
    void writesOneRowAPeriodWithNaWhereThereIsNone() throws IOException {
        Verb done = run(series(60), "--method", "earsReweighted", "--from", "7", "--to", "9");
        assertThat(done.out())
                .startsWith(
                        "index,observed,expected,upperbound,alarm,U0,alarm0,y0bar,U0_dw,alarm0_dw\n"
                                + "7,6,NA,NA,NA,NA,NA,NA,NA,NA\n8,7,");
        assertThat(done.out().lines()).hasSize(4);
    }

    @Test
    void givesTheSameAnswerForManySeriesOnAnyNumberOfThreads() throws IOException {
        StringBuilder many = new StringBuilder("series,index,observed\n");
        for (int s = 0; s < 100; s++) {
            for (int i = 1; i <= 30; i++) {
                many.append("zone ").append(s).append(',').append(i).append(',');
                many.append((i * (s + 3)) % 11).append('\n');
            }
        }
        Path file = write(many.toString());
        Verb one = run(file, "--from", "20", "--threads", "1");
        Verb four = run(file, "--from", "20", "--threads", "4");
        assertThat(one.err()).isEmpty();
        assertThat(one.out().lines()).hasSize(1101);
        assertThat(one.out()).startsWith("series,index,observed").contains("\nzone 99,30,");
        assertThat(four.out()).isEqualTo(one.out());
    }

    @Test
    void namesFileAndLineOrIndexOfWhatIsWrong() throws IOException {
        Path shuffled = write("index,observed\n1,5\n3,5\n2,5\n");
        fails(run(shuffled), shuffled + ", line 3: index 2 is missing");
        Path file = series(60);
        fails(run(file, "--method", "none"), "method: there is no method of that name");
        fails(run(file, "--from", "50", "--to", "70"), file + ", range: 50 to 70 is not within");
        fails(run(file, "--control", "{\"alpha\":7}"), "control alpha: must be between 0 and 1");
        fails(run(file, "--control", "{\"alpha\":"), "--control: is not JSON");
        fails(run(file, "--control", "[]"), "--control: must be a JSON object");
        fails(run(file, "--control", "{} x"), "--control");
        fails(run(file, "--control", "{\"b\":1,\"b\":2}"), "--control: is not JSON");
        fails(run(file, "--start", "1990"), "--start: must be year and period");
        fails(run(file, "--start", "1990-99"), "start: the first period must be between 1 and 52");
        fails(run(file, "--dates"), file + ", line 1: there is no column date");
        fails(run(folder.resolve("none.csv")), "none.csv: there is no such file");
        fails(
                run(file, "--method", "farringtonFlexible", "--from", "60"),
                file + ", index 60: the history is too short: 1996-5 to 1999-52 are needed");
        Path zones = write("series,index,observed\nKole,1,3\nKole,2,4\n");
        fails(
                run(zones, "--from", "2"),
                zones + ", series Kole, index 2: the history is too short");
    }

    @Test
    void keepsWhatItWroteBeforeAProblem() throws IOException {
        Path file = write("series,index,observed\na,1,3\na,2,3\nb,1,x\n");
        Verb done = run(file, "--method", "earsReweighted");
        fails(done, file + ", line 4: observed is not a number: x");
    }

    @Test
    void helpsWithAnExample() {
        Verb help = Verb.run("detect", "--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("Example").contains("--control").contains("agona.csv");
    }

    @Test
    void brokenFilesAndControlsNeverEndInAStackTrace() throws IOException {
        SplittableRandom random = new SplittableRandom(8);
        String sound = Files.readString(series(40));
        String alphabet = "\"\n\r,;0123456789-.eENA \u0000\uFEFFé{}[]:";
        for (int round = 0; round < 500; round++) {
            StringBuilder broken = new StringBuilder(sound);
            StringBuilder control = new StringBuilder("{\"alpha\":0.01,\"years\":3}");
            for (int i = random.nextInt(3); i >= 0; i--) {
                char other = alphabet.charAt(random.nextInt(alphabet.length()));
                broken.setCharAt(random.nextInt(broken.length()), other);
                if (random.nextInt(4) == 0) {
                    control.setCharAt(random.nextInt(control.length()), other);
                }
            }
            Verb done = run(write(broken.toString()), "--control", control.toString());
            assertThat(done.exit()).isBetween(0, 1);
            assertThat(done.err()).doesNotContain("\tat ");
            assertThat(done.exit() == 0).isEqualTo(done.err().isEmpty());
        }
    }

    private static void fails(Verb done, String sentence) {
        assertThat(done.exit()).isEqualTo(1);
        assertThat(done.err()).startsWith("lisolo detect: ").contains(sentence);
    }

    private static Verb run(Path file, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "detect";
        System.arraycopy(options, 0, args, 1, options.length);
        args[args.length - 1] = file.toString();
        return Verb.run(args);
    }

    private Path series(int length) throws IOException {
        StringBuilder rows = new StringBuilder("index,observed\n");
        for (int i = 1; i <= length; i++) {
            rows.append(i).append(',').append(i * 7 % 10 == 9 ? 6 : i % 8).append('\n');
        }
        return write(rows.toString().replace("\n7,7\n", "\n7,6\n").replace("\n8,0\n", "\n8,7\n"));
    }

    private Path write(String text) throws IOException {
        Path file = folder.resolve("cases.csv");
        Files.writeString(file, text);
        return file;
    }
}
