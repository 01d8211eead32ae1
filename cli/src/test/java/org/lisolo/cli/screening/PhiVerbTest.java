package org.lisolo.cli.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class PhiVerbTest {
    @TempDir private Path folder;

    @Test
    void answersEveryPostWithSpansInUnicodeCharacters() {
        Spoken said =
                Spoken.lisolo(
                        """
                        {"id":"1","text":"👩 écrire à awa@exemple.cd","lang":"fr"}
                        {"id":2,"text":"où faire vacciner mon enfant ?","lang":"fr"}
                        """,
                        "phi");
        assertThat(said.output().lines().toList().getFirst())
                .startsWith(
                        "{\"id\":\"1\",\"spans\":[{\"category\":\"EMAIL\",\"start\":11,\"end\":25,"
                                + "\"text\":\"awa@exemple.cd\",\"score\":0.99,\"reason\":\"")
                .endsWith("\"safe\":\"👩 écrire à [adresse électronique retirée]\"}");
        assertThat(said.output().lines().toList().get(1))
                .isEqualTo("{\"id\":2,\"spans\":[],\"safe\":\"où faire vacciner mon enfant ?\"}");
        assertThat(said.status()).isZero();
    }

    @Test
    void marksWhatIsPublic() throws IOException {
        Path facts =
                Files.writeString(folder.resolve("public.tsv"), "awa@exemple.cd\tnotre adresse\n");
        Spoken said =
                Spoken.lisolo(
                        "{\"id\":1,\"text\":\"écrire à awa@exemple.cd\"}",
                        "phi",
                        "--public",
                        facts.toString());
        assertThat(said.output())
                .contains("\"public\":true,\"publicReason\":\"notre adresse\"")
                .contains("\"safe\":\"écrire à awa@exemple.cd\"");
    }

    @Test
    void refusesAMissingFileOfPublicFacts() {
        Spoken said = Spoken.lisolo("", "phi", "--public", "nowhere.tsv");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.errors()).contains("nowhere.tsv");
    }

    @Test
    void evaluatesAgainstKnownSpans() throws IOException {
        Path gold =
                Files.writeString(
                        folder.resolve("gold.jsonl"),
                        """
                        {"id":"a","text":"👩 écrire à awa@exemple.cd","spans":[{"start":11,"end":25,"label":"MAIL"}]}
                        {"id":"b","text":"où faire vacciner mon enfant ?","spans":[]}
                        """);
        Spoken said = Spoken.lisolo("", "evaluate", "phi", "--missed", "5", gold.toString());
        assertThat(said.output())
                .contains("| gold | 2 | 1.0000 (0.207–1.000) | 1.0000 (0.207–1.000) | 1.0000")
                .contains("| gold | MAIL | 1 | 1.0000 (0.207–1.000) |");
        assertThat(said.status()).isZero();
    }

    @Test
    void makesUpTheSamePostsFromTheSameSeed() {
        FictivePosts one = new FictivePosts(7);
        FictivePosts other = new FictivePosts(7);
        for (int i = 0; i < 200; i++) {
            FictivePosts.Post post = one.next();
            assertThat(other.next()).isEqualTo(post);
            assertThat(post.example().marked())
                    .allMatch(m -> m.span().end() <= post.example().text().length());
        }
    }
}
