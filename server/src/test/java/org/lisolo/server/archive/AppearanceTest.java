package org.lisolo.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lisolo.server.message.Author;
import org.lisolo.server.message.MessageEvent;
import org.lisolo.server.testing.Said;

class AppearanceTest {
    @Test
    void showsPlainTextAsParagraphsLinesAndLinks() {
        assertThat(
                        Appearance.of(
                                event("Un <b>\nDeux https://example.org/a?b=1&c=2\n\nTrois", null)))
                .isEqualTo(
                        "<p>Un &lt;b&gt;<br>Deux <a href=\"https://example.org/a?b=1&amp;c=2\""
                                + " rel=\"nofollow noopener noreferrer"
                                + " ugc\">https://example.org/a?b=1&amp;c=2</a></p><p>Trois</p>");
    }

    @Test
    void keepsHarmlessMarkup() {
        String html =
                "<p>Bonjour <em>à tous</em><br>et <a href=\"https://example.org/\">ici</a></p>";
        assertThat(Appearance.of(event("", html)))
                .contains("<em>à tous</em><br>", "href=\"https://example.org/\"", "noopener");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
                "<svg><script>alert(1)</script></svg>",
                "<p onclick=\"alert(1)\" style=\"position:fixed\">x</p>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<form action=\"/sign-out\" method=post><button>x</button></form>",
                "<div hx-get=\"/work\" hx-trigger=load>x</div>",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
                "<a href=\"  java\nscript:alert(1)\">x</a>",
                "<style>*{display:none}</style><meta http-equiv=refresh content=0>"
            })
    void neverRunsWhatAPostHolds(String html) {
        assertThat(Appearance.of(event("", html)))
                .doesNotContainIgnoringCase("<script")
                .doesNotContainIgnoringCase("<img")
                .doesNotContainIgnoringCase("<svg")
                .doesNotContainIgnoringCase("<iframe")
                .doesNotContainIgnoringCase("<form")
                .doesNotContainIgnoringCase("<style")
                .doesNotContainIgnoringCase("<meta")
                .doesNotContain("style=")
                .doesNotContain("hx-")
                .doesNotContainPattern("(?i)<[^>]* on\\w+=")
                .doesNotContainPattern("(?i)href=\"\\s*(java|data)");
    }

    private static MessageEvent event(String text, String html) {
        MessageEvent e = Said.somewhere().event();
        return new MessageEvent(
                e.id(),
                e.kind(),
                e.channel(),
                e.networkId(),
                new Author("a", null, null),
                e.organisation(),
                e.visibility(),
                null,
                null,
                null,
                null,
                e.happenedAt(),
                e.receivedAt(),
                null,
                text,
                html,
                e.attachments());
    }
}
