package org.lisolo.cli.screening;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import org.lisolo.screening.Post;
import org.lisolo.screening.Rule;
import org.lisolo.screening.RuleSet;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;

/**
 * Lines of input that nobody would write. In the build the seeds beside it are replayed; to look
 * for more: {@code JAZZER_FUZZ=1 mvn -pl cli -am test -Dtest=PostLineFuzzTest
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class PostLineFuzzTest {
    private static final RuleSet RULES =
            RuleSet.compile(
                    List.of(
                            new Rule("a", "palu* OR lang:fr OR author:a* OR is:delete"),
                            new Rule("b", "NOT toux"),
                            new Rule("c", "a NEAR/3 b -disguised:vaccin")));

    /** Whatever a line holds, it is a post, or what is wrong is said without its words. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(FuzzedDataProvider data) {
        String line = data.consumeRemainingAsString();
        try {
            PostLine read = PostLine.read(line);
            if (read.post().text().length() > Post.MAX_LENGTH) {
                throw new AssertionError("too long a text was let through");
            }
        } catch (PostLine.Unreadable unreadable) {
            if (unreadable.sentence(Locale.FRENCH).isBlank()) {
                throw new AssertionError("no sentence");
            }
        }
    }

    /** Whatever a line holds, what is written is lines of JSON, one a post that matched. */
    @FuzzTest(maxDuration = "60s")
    void answersInJson(FuzzedDataProvider data) {
        String line = data.consumeRemainingAsString();
        MatchLines lines = new MatchLines(RULES, true, Locale.ENGLISH);
        MatchLines.Answer answer = lines.screen(new Lines.Batch("-", 1, List.of(line)));
        if (answer.posts() + answer.errors().size() != (line.isBlank() ? 0 : 1)) {
            throw new AssertionError("a line is a post or an error: " + line);
        }
        ByteArrayOutputStream output = answer.output();
        if (answer.postsMatched() > 0) {
            String written = output.toString(java.nio.charset.StandardCharsets.UTF_8);
            if (!written.startsWith("{\"id\":") || !written.endsWith("}\n")) {
                throw new AssertionError(written);
            }
        } else if (output.size() > 0) {
            throw new AssertionError("an answer to nothing");
        }
    }
}
