package org.lisolo.screening.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

class RecognisersTest {
    private static final Path MAIN = Path.of("src/main/java/org/lisolo/screening/phi");
    private static final Path TESTS = Path.of("src/test/java/org/lisolo/screening/phi");

    @Test
    void registersEachRecogniserAndTestsIt() throws IOException {
        List<String> registered =
                Recognisers.ALL.stream().map(r -> r.getClass().getSimpleName()).sorted().toList();
        try (Stream<Path> files = Files.list(MAIN)) {
            List<String> written =
                    files.filter(RecognisersTest::isRecogniser)
                            .map(f -> f.getFileName().toString().replace(".java", ""))
                            .sorted()
                            .toList();
            assertThat(registered).isEqualTo(written);
        }
        assertThat(registered).allMatch(name -> Files.exists(TESTS.resolve(name + "Test.java")));
    }

    private static boolean isRecogniser(Path file) {
        try {
            return Files.readString(file).contains("implements Recogniser ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void hasWordsForEveryReasonAndReplacement() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (PhiCategory category : PhiCategory.values()) {
                if (category != PhiCategory.STORY) {
                    assertThat(PhiWording.of("instead." + category.key(), locale)).isNotBlank();
                }
            }
        }
    }
}
