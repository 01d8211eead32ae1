package org.lisolo.server.channels.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void keepsParagraphsAndLineBreaks() {
        assertThat(PlainText.of("<p>un<br>deux</p><p>trois\n quatre</p>"))
                .isEqualTo("un\ndeux\n\ntrois quatre");
    }

    @Test
    void keepsTheAddressOfALinkThatTheWordsDontShow() {
        assertThat(PlainText.of("<a href=\"https://sante.cd/v\">ici</a>"))
                .isEqualTo("ici (https://sante.cd/v)");
        assertThat(
                        PlainText.of(
                                "<a href=\"https://sante.cd/v\"><span"
                                        + " class=\"invisible\">https://</span>"
                                        + "<span>sante.cd/v</span></a>"))
                .isEqualTo("https://sante.cd/v");
        assertThat(PlainText.of("<a href=\"https://m/@awa\">@<span>awa</span></a>"))
                .isEqualTo("@awa");
    }

    @Test
    void whatWouldRunHasNoWords() {
        assertThat(
                        PlainText.of(
                                "a<script>alert(1)</script><style>p{}</style><img src=x"
                                    + " onerror=alert(1)><a"
                                    + " href=\"javascript:alert(1)\">b</a><template>c</template><svg><text>d</text></svg>"))
                .isEqualTo("ab");
    }

    @Test
    void keepsListsPreformattedLinesAndTheWordsOfPictures() {
        assertThat(
                        PlainText.of(
                                "<ul><li>un</li><li>deux</li></ul><pre>a\n"
                                        + " b</pre><img alt=\"une main\">"))
                .isEqualTo("- un\n- deux\n\na\n b\n\nune main");
    }

    @Test
    void keepsToneMarksRightToLeftTextAndEntities() {
        assertThat(PlainText.of("<p>ɔ̂ mɔ́tɔ &amp; سلام ‮ &lt;b&gt; 👩‍⚕️</p>"))
                .isEqualTo("ɔ̂ mɔ́tɔ & سلام ‮ <b> 👩‍⚕️");
    }

    @Test
    void doesNotOverflowOnDeepMarkup() {
        assertThat(PlainText.of("<div>".repeat(100_000) + "fond")).contains("fond");
    }
}
