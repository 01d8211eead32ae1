package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What old phones understand, and colours that tired eyes can read. */
class StylesheetTest {
    private static final Pattern TOKEN = Pattern.compile("--([\\w-]+): (#[0-9a-f]{6});");

    final String css = Files.readString(Path.of("src/main/resources/assets/lisolo.css"));
    final String rules = css.replaceAll("(?s)/\\*.*?\\*/", "");

    StylesheetTest() throws IOException {}

    @Test
    void usesNothingOfOneVendorAndNothingTooNew() {
        var atRules = new TreeSet<String>();
        Matcher atRule = Pattern.compile("@([\\w-]+)").matcher(rules);
        while (atRule.find()) {
            atRules.add(atRule.group(1));
        }
        assertThat(atRules).isSubsetOf("media");
        assertThat(rules)
                .doesNotContainPattern("-(webkit|moz|ms|o)-[a-z]")
                .doesNotContain(":has(", ":is(", ":where(", "color-mix(", "oklch(", "light-dark(")
                .doesNotContainPattern("\\d(dvh|svh|lvh|cqw|cqi)\\b")
                .doesNotContainPattern("(?m)^\\s*&")
                .doesNotContain("!important", "@import", "url(");
    }

    @Test
    void takesItsColoursFromTheTokens() {
        String pieces =
                rules.substring(rules.indexOf("*, *::before"))
                        .replaceFirst("(?s)@media print.*", "");
        assertThat(pieces.replace("#ffffff", "")).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
    }

    @Test
    void readsWellInLightAndDark() {
        String dark = rules.substring(rules.indexOf("prefers-color-scheme: dark"));
        Map<String, String> light =
                tokens(rules.substring(0, rules.indexOf("prefers-color-scheme")));
        for (var tokens : List.of(light, tokens(dark.substring(0, dark.indexOf("*, *::before"))))) {
            for (String ink : List.of("ink", "soft", "link", "bad", "good", "warn")) {
                for (String paper : List.of("paper", "sheet", "sunken")) {
                    assertContrast(tokens, ink, paper, 4.5);
                }
            }
            assertContrast(tokens, "on-deed", "deed", 4.5);
            assertContrast(tokens, "on-deed", "deed-strong", 4.5);
            assertContrast(tokens, "deed-strong", "deed-wash", 4.5);
            assertContrast(tokens, "soft", "deed-wash", 4.5);
            assertContrast(tokens, "ink", "said", 4.5);
            for (String tone : List.of("good", "warn", "bad")) {
                assertContrast(tokens, tone, tone + "-wash", 4.5);
            }
            for (String paper : List.of("paper", "sheet")) {
                assertContrast(tokens, "focus", paper, 3);
                assertContrast(tokens, "line-strong", paper, 3);
            }
        }
    }

    @Test
    void isTheOnlyPlaceOfStyle() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContainPattern("\\s(style|on[a-z]+)=")
                        .doesNotContain("<style", "javascript:");
            }
        }
    }

    private static Map<String, String> tokens(String block) {
        var tokens = new HashMap<String, String>();
        Matcher token = TOKEN.matcher(block);
        while (token.find()) {
            tokens.put(token.group(1), token.group(2));
        }
        return tokens;
    }

    /** WCAG 2.2, “contrast ratio” and “relative luminance”. */
    private static void assertContrast(
            Map<String, String> tokens, String ink, String paper, double least) {
        double one = luminance(tokens.get(ink));
        double other = luminance(tokens.get(paper));
        double ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        assertThat(ratio)
                .as(ink + " on " + paper + " in " + tokens.get("paper"))
                .isGreaterThan(least);
    }

    private static double luminance(String colour) {
        int value = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(value >> 16)
                + 0.7152 * linear(value >> 8 & 0xff)
                + 0.0722 * linear(value & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
