package org.lisolo.cli.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.cli.Lisolo;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class ScreenTest {
    @TempDir private Path folder;

    private record Outcome(int status, String output, String errors) {}

    private static Outcome lisolo(String input, String... arguments) {
        InputStream in = System.in;
        PrintStream out = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        StringWriter printed = new StringWriter();
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            int status =
                    new CommandLine(new Lisolo())
                            .setErr(new PrintWriter(errors, true))
                            .setOut(new PrintWriter(printed, true))
                            .execute(arguments);
            return new Outcome(
                    status, output.toString(StandardCharsets.UTF_8) + printed, errors.toString());
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }

    private String rules(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.tsv"), text).toString();
    }

    @Test
    void answersEachPostThatMatchesInOrder() throws IOException {
        String rules = rules("b\tpalu\na\tpal* lang:fr\nc\thas:link\nd\tis:delete\n");
        Outcome outcome =
                lisolo(
                        """
                        {"id":"1","text":"👩 le Palu","lang":"fr","other":{"a":[1]}}
                        {"id":2,"text":"rien"}

                        {"text":"voir https://example.com","id":"3"}
                        {"id":"4","text":"palu","links":[{"url":"x"}],"event":"deleted"}
                        """,
                        "screen",
                        "--rules",
                        rules);
        assertThat(outcome.output)
                .isEqualTo(
                        """
                        {"id":"1","rules":["a","b"],"spans":[{"rule":"a","start":5,"end":9},{"rule":"b","start":5,"end":9}]}
                        {"id":"3","rules":["c"],"spans":[]}
                        {"id":"4","rules":["b","c","d"],"spans":[{"rule":"b","start":0,"end":4}]}
                        """);
        assertThat(outcome.errors).isEmpty();
        assertThat(outcome.status).isZero();
    }

    @Test
    void keepsTheOrderWithThreads() throws IOException {
        String rules = rules("a\tpalu\n");
        StringBuilder input = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            input.append("{\"id\":").append(i).append(",\"text\":\"palu\"}\n");
        }
        Outcome one = lisolo(input.toString(), "screen", "--rules", rules);
        Outcome two =
                lisolo(input.toString(), "screen", "--rules", rules, "--threads", "2", "--stats");
        assertThat(two.output).isEqualTo(one.output).hasLineCount(5000);
        assertThat(two.errors).contains("5000");
    }

    @Test
    void explainsItsMatches() throws IOException {
        Outcome outcome =
                lisolo(
                        "{\"id\":\"1\",\"text\":\"un palu d'enfant\"}",
                        "screen",
                        "--why",
                        "--rules",
                        rules("a\tpalu NEAR/2 enfant\n"));
        assertThat(outcome.output)
                .contains("\"part\":\"(palu NEAR/2 enfant)\",\"matched\":true")
                .contains("{\"text\":\"enfant\",\"start\":10,\"end\":16}");
    }

    @Test
    void saysWhichLinesCannotBeReadAndScreensTheOthers() throws IOException {
        Outcome outcome =
                lisolo(
                        "{\"id\":\"1\"}\n"
                                + "{\"id\":\"2\",\"text\":\"palu\"}\n"
                                + "{\"id\":\"3\",\"text\":\"secret\n",
                        "screen",
                        "--rules",
                        rules("a\tpalu\n"));
        assertThat(outcome.output).startsWith("{\"id\":\"2\"").hasLineCount(1);
        assertThat(outcome.errors).contains("-:1: ").contains("-:3: ").doesNotContain("secret");
        assertThat(outcome.status).isEqualTo(1);
    }

    @Test
    void screensNothingWithABrokenRule() throws IOException {
        String rules = rules("a\tpalu\nb\t(palu\n\nno tab\na\ttwice\n");
        Outcome outcome = lisolo("{\"id\":\"1\",\"text\":\"palu\"}", "screen", "--rules", rules);
        assertThat(outcome.status).isEqualTo(2);
        assertThat(outcome.output).isEmpty();
        assertThat(outcome.errors)
                .contains("rules.tsv:2: b: ")
                .contains("rules.tsv:4: ")
                .contains("rules.tsv:5: ");
        assertThat(lisolo("", "screen", "--rules", "nowhere").status).isEqualTo(2);
        assertThat(lisolo("", "screen").status).isEqualTo(2);
        assertThat(lisolo("", "screen", "--rules", rules, "--threads", "0"))
                .extracting(Outcome::status, Outcome::output)
                .containsExactly(2, "");
    }

    @Test
    void checksRules() throws IOException {
        Outcome broken = lisolo("", "rules", "check", rules("a\tpalu\nb\tpalu AND\nc\tNOT x\n"));
        assertThat(broken.status).isEqualTo(1);
        assertThat(broken.errors).contains("rules.tsv:2: b: ").contains("rules.tsv:3: c: ");
        assertThat(broken.output).contains("2").contains("1");
        assertThat(lisolo("", "rules", "check", rules("a\tpalu\n")).status).isZero();
        assertThat(lisolo("", "rules", "check", "nowhere").status).isEqualTo(2);
    }

    @Test
    void namesTheRulesThatATextIsTooLongFor() throws IOException {
        StringBuilder many = new StringBuilder("word\ta\n");
        for (int i = 0; i < 2_000; i++) {
            many.append("near%04d\t(a OR c%d) NEAR/50 b%n".formatted(i, i));
        }
        String post = "{\"id\":\"1\",\"text\":\"" + "a b ".repeat(100_000) + "\"}\n";
        Outcome outcome = lisolo(post, "screen", "--rules", rules(many.toString()));
        assertThat(outcome.status).isEqualTo(1);
        assertThat(outcome.errors).contains("-:1", "undecided").hasLineCount(1);
        assertThat(outcome.output).contains("\"undecided\":[\"near", "\"word\"");
    }
}
