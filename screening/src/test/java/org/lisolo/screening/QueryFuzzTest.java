package org.lisolo.screening;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import java.util.List;
import java.util.Locale;

/**
 * Rules and texts that nobody would write. In the build the seeds beside it are replayed; to look
 * for more: {@code JAZZER_FUZZ=1 mvn -pl screening test -Dtest=QueryFuzzTest}.
 */
class QueryFuzzTest {
    /** Whatever is written is a query or an error with a place and words for it. */
    @FuzzTest(maxDuration = "60s")
    void readsOrRefuses(FuzzedDataProvider data) {
        String source = data.consumeRemainingAsString();
        switch (Query.parse(source)) {
            case QueryError error -> {
                if (error.column() < 1
                        || error.column() > source.codePointCount(0, source.length()) + 1
                        || error.message(Locale.FRENCH).isBlank()) {
                    throw new AssertionError(error);
                }
            }
            case Query query -> {
                String printed = query.expression().toString();
                if (!(Query.parse(printed) instanceof Query again)) {
                    throw new AssertionError(printed);
                }
                if (!again.expression().toString().equals(printed)) {
                    throw new AssertionError(printed + " became " + again.expression());
                }
            }
        }
    }

    /** Whatever is screened, the engine and the explanation say the same. */
    @FuzzTest(maxDuration = "60s")
    void screensAsItExplains(FuzzedDataProvider data) {
        String source = data.consumeString(60);
        String text = data.consumeRemainingAsString();
        if (!(Query.parse(source) instanceof Query query)) {
            return;
        }
        Post post = Post.of(text);
        List<Match> matches = RuleSet.compile(List.of(new Rule("r", source))).screen(post);
        Explanation why = Explanation.of(query, post);
        if (why.matched() == matches.isEmpty()
                || (why.matched() && !why.spans().equals(matches.getFirst().spans()))) {
            throw new AssertionError(source + " on " + text);
        }
    }
}
