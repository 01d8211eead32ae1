package org.lisolo.cli.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class LanguageVerbTest {
    @TempDir private Path folder;

    @Test
    void answersEveryPostWithOffsetsInUnicodeCharacters() {
        Spoken said =
                Spoken.lisolo(
                        """
                        {"id":"1","text":"👩 Bonjour à tous les enfants de la commune"}
                        {"id":2,"text":"😀 123"}
                        """,
                        "language");
        assertThat(said.output())
                .isEqualTo(
                        """
                        {"id":"1","lang":"fr","score":1.0,"segments":[{"lang":"fr","start":2,"end":42}]}
                        {"id":2,"lang":"und","score":0.0,"segments":[]}
                        """);
        assertThat(said.status()).isZero();
    }

    @Test
    void saysWhichLinesCannotBeRead() {
        Spoken said = Spoken.lisolo("{\"id\":1,\"text\":\"secret\n", "language");
        assertThat(said.output()).isEmpty();
        assertThat(said.errors()).contains("-:1").doesNotContain("secret");
        assertThat(said.status()).isEqualTo(1);
    }

    @Test
    void evaluatesAgainstKnownTexts() throws IOException {
        Path gold =
                Files.writeString(
                        folder.resolve("gold.jsonl"),
                        """
                        {"id":"a","lang":"fra_Latn","text":"Bonjour à tous les enfants"}
                        {"id":"b","lang":"lin","text":"Mbote na bana nyonso, bozali malamu?"}
                        {"id":"c","en":"Good morning to all of you","rw":"Mwaramutse mwese, abana bameze neza?"}
                        """);
        Spoken said = Spoken.lisolo("", "evaluate", "language", gold.toString());
        assertThat(said.output())
                .contains("| whole | 4 | 1.0000 (0.439–1.000) | 1.0000 (0.207–1.000) |")
                .contains("| ln | 1 | 1.0000 (0.207–1.000) | 1.0000 (0.207–1.000) | 1.0000 |  |");
        assertThat(said.status()).isZero();
    }

    @Test
    void learnsAModelFromAFolderOfTexts() {
        Spoken said = Spoken.lisolo("", "train", "language", "nowhere", "--out", "x");
        assertThat(said.status()).isNotZero();
    }
}
