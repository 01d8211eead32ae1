package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text a person reads is in the bundles, in each language, and is used. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CODE = Path.of("src/main/java/org/lisolo/server");
    private static final Pattern LITERAL = Pattern.compile("(?<=\")([\\w.-]+)(?=\")");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?:frame\\.t|Notice\\.of|Problem\\.(?:invalid|notFound|forbidden|conflict))"
                            + "\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    final Texts texts = new Texts();

    TextsTest() throws IOException {}

    @Test
    void areInStepAcrossTheLanguages() {
        for (Language language : Language.values()) {
            assertThat(texts.keys(language))
                    .as(language.ownName())
                    .containsExactlyInAnyOrderElementsOf(texts.keys(Language.FR));
        }
        for (String key : texts.keys(Language.FR)) {
            assertThat(places(Language.EN, key)).as(key).isEqualTo(places(Language.FR, key));
        }
    }

    private Set<String> places(Language language, String key) {
        var places = new TreeSet<String>();
        Matcher place = PLACE.matcher(texts.pattern(language, key));
        while (place.find()) {
            places.add(place.group(1));
        }
        return places;
    }

    @Test
    void areThereForEveryKeyThatIsSaid() throws IOException {
        var missing = new TreeSet<String>();
        for (String source : sources()) {
            Matcher said = SAID.matcher(source);
            while (said.find()) {
                if (!texts.keys(Language.FR).contains(said.group(1))) {
                    missing.add(said.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** A literal that ends with a dot (“people.role.” + role) uses all keys that begin with it. */
    @Test
    void areAllUsed() throws IOException {
        var literals = new HashSet<String>();
        for (String source : sources()) {
            Matcher literal = LITERAL.matcher(source);
            while (literal.find()) {
                literals.add(literal.group(1));
            }
        }
        var beginnings = literals.stream().filter(text -> text.matches("[\\w.-]+\\.")).toList();
        assertThat(texts.keys(Language.FR))
                .filteredOn(key -> !literals.contains(key))
                // a letter is named by its key, and has a subject and a body
                .filteredOn(key -> !literals.contains(key.replaceFirst("\\.(subject|body)$", "")))
                .filteredOn(key -> beginnings.stream().noneMatch(key::startsWith))
                .isEmpty();
    }

    @Test
    void areNeverWrittenIntoATemplate() throws IOException {
        for (Path template : files(TEMPLATES, ".jte")) {
            String bare = TemplateText.of(Files.readString(template)).replace("Lisolo", "");
            assertThat(bare).as("words in " + template).doesNotContainPattern("\\p{L}{2,}");
        }
    }

    @Test
    void areTypesetAsTheirLanguageWants() {
        assertThat(Texts.typeset("L'heure : « 3 » ou 4 ?", Language.FR))
                .isEqualTo("L’heure\u00a0: «\u00a03\u00a0» ou 4\u00a0?");
        assertThat(Texts.typeset("It's {0}", Language.EN)).isEqualTo("It’s {0}");
        assertThat(texts.say(Language.FR, "web.today.lead", 1)).isEqualTo("Une chose vous attend.");
        assertThat(texts.say(Language.FR, "web.ago.days", 0)).isEqualTo("il y a 0 jour");
        assertThat(texts.say(Language.EN, "web.ago.days", 2)).isEqualTo("2 days ago");
    }

    private static List<String> sources() throws IOException {
        var sources = new java.util.ArrayList<String>();
        for (Path file : files(TEMPLATES, ".jte")) {
            sources.add(Files.readString(file));
        }
        for (Path file : files(CODE, ".java")) {
            sources.add(Files.readString(file));
        }
        return sources;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
