package org.lisolo.server.community.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

class MarkupTest {
    private static final Set<String> ELEMENTS =
            Set.of(
                    "p",
                    "br",
                    "strong",
                    "em",
                    "a",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "hr");

    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.of("a", Set.of("href", "rel"), "ol", Set.of("start"));

    private static Document read(String html) {
        return Jsoup.parseBodyFragment(html);
    }

    /** What a browser makes of it has nothing in it but what we write ourselves. */
    private static void isInert(String html) {
        Document page = read(html);
        assertThat(page.head().children()).as(html).isEmpty();
        assertThat(page.body().attributes().asList()).as(html).isEmpty();
        for (Element element : page.body().select("body *")) {
            assertThat(element.tagName()).as(html).isIn(ELEMENTS);
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey())
                        .as(html)
                        .isIn(ATTRIBUTES.getOrDefault(element.tagName(), Set.of()));
            }
            if (element.hasAttr("href")) {
                String to = element.attr("href");
                assertThat(to).as(html).matches("https?://[^@\\s<>\"']+|/tags/[\\w%.-]+|#c-\\w+");
                assertThat(to.startsWith("http")).isEqualTo(element.hasAttr("rel"));
            }
            if (element.hasAttr("start")) {
                assertThat(element.attr("start")).matches("\\d{1,9}");
            }
        }
    }

    static Stream<String> attacks() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        MarkupTest.class.getResourceAsStream("/community/attacks.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("%%"))
                            .map(
                                    line ->
                                            line.replace("\\n", "\n")
                                                    .replace("\\t", "\t")
                                                    .replace("\\0", "\0")
                                                    .replace("\\u202e", "\u202e")
                                                    .replace("\\u200b", "\u200b")
                                                    .replace("\\u2028", "\u2028"))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void makesAttacksInert(String attack) {
        isInert(Markup.html(attack));
        isInert(Markup.html("> " + attack));
        isInert(Markup.html("- **" + attack + "**"));
        isInert(Markup.html(attack, Map.of("Awa", "#c-1")));
    }

    @Test
    void knowsManyAttacks() throws IOException {
        assertThat(attacks().count()).isGreaterThanOrEqualTo(70);
    }

    /** Each is as long as a text may be. */
    static List<String> immense() {
        return Stream.of(
                        ">",
                        "> ",
                        "- ",
                        "1. ",
                        "[",
                        "![",
                        "[a](",
                        "](",
                        "*",
                        "**a ",
                        "_a",
                        "*a_ ",
                        "`",
                        "``` ",
                        "<",
                        "<a ",
                        "<!--",
                        "&",
                        "&#x",
                        "#",
                        "#a ",
                        "@",
                        "@Awa",
                        "\\",
                        "http://",
                        "https://a.b ",
                        "10.1000/",
                        "[a]: b\n",
                        "[a][",
                        "a\n\n",
                        "- a\n  ",
                        "\t",
                        "~~~\n",
                        "> - > - ",
                        "PMID: 1 ",
                        "\0",
                        "<![CDATA[",
                        "<?",
                        "((((")
                .map(one -> one.repeat(10_000 / one.length()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("immense")
    void readsTheLongestAndDeepestInBoundedTime(String text) {
        Instant begun = Instant.now();
        String html = Markup.html(text, Map.of("Awa", "#c-1"));
        Markup.tags(text);
        Markup.named(text, Set.of("Awa"));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
        isInert(html);
        assertThat(html.length()).isLessThan(2_000_000);
    }

    @Test
    void readsWhatNestsInManyWays() {
        var text = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            text.append(i % 3 == 0 ? "**a _b " : i % 3 == 1 ? "[c " : "> - ");
        }
        for (int i = 0; i < 900; i++) {
            text.append(i % 2 == 0 ? "](http://a.b)" : "_**");
        }
        isInert(Markup.html(text.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Bonjour **à tous** et *merci* | <p>Bonjour <strong>à tous</strong> et <em>merci</em></p>
                    # Titre | <p><strong>Titre</strong></p>
                    un\\ndeux | <p>un<br>deux</p>
                    - a\\n- b | <ul><li>a</li><li>b</li></ul>
                    3. a | <ol start="3"><li>a</li></ol>
                    > cité | <blockquote><p>cité</p></blockquote>
                    `<b>` | <p><code>&lt;b&gt;</code></p>
                    <b>gras</b> | <p>&lt;b&gt;gras&lt;/b&gt;</p>
                    [ici](https://who.int/fr) | <p><a href="https://who.int/fr" rel="nofollow noopener ugc">ici</a></p>
                    [lisolo.cd](https://evil.example/) | <p><a href="https://evil.example/" rel="nofollow noopener ugc">https://evil.example/</a></p>
                    ![photo](https://a.example/x.png) | <p><a href="https://a.example/x.png" rel="nofollow noopener ugc">photo</a></p>
                    Voir https://who.int/a_b. | <p>Voir <a href="https://who.int/a_b" rel="nofollow noopener ugc">https://who.int/a_b</a>.</p>
                    (10.1056/NEJMoa2034577) | <p>(<a href="https://doi.org/10.1056/NEJMoa2034577" rel="nofollow noopener ugc">10.1056/NEJMoa2034577</a>)</p>
                    PMID: 33301246 | <p><a href="https://pubmed.ncbi.nlm.nih.gov/33301246/" rel="nofollow noopener ugc">PMID: 33301246</a></p>
                    #Paludisme et #santé | <p><a href="/tags/paludisme">#Paludisme</a> et <a href="/tags/sante">#santé</a></p>
                    Merci @Awa Belle, et @Awa | <p>Merci <a href="#c-2">@Awa Belle</a>, et <a href="#c-1">@Awa</a></p>
                    a@Awa.cd | <p>a@Awa.cd</p>
                    """)
    void writesWhatPeopleMean(String typed, String html) {
        assertThat(
                        Markup.html(
                                typed.replace("\\n", "\n"),
                                Map.of("Awa", "#c-1", "Awa Belle", "#c-2")))
                .isEqualTo(html);
    }

    @Test
    void findsHashtagsWhereTheyAreWords() {
        assertThat(
                        Markup.tags(
                                "#Paludisme #paludisme, `#code` [#lien](http://a.b/)"
                                        + " http://a.b/#ici a#non #Éducation_santé #1"))
                .containsExactly("education_sante", "paludisme");
    }

    @Test
    void findsThoseWhoAreNamed() {
        Set<String> people = Set.of("Awa", "Awa Belle", "Bijou", "Chance", "Espoir");
        assertThat(
                        Markup.named(
                                "Merci @Awa Belle, @Bijou : `@Chance` [@Espoir](http://a.b/)"
                                        + " x@Awa @Awax Espoir",
                                people))
                .containsExactlyInAnyOrder("Awa Belle", "Bijou");
    }
}
