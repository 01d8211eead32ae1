package org.lisolo.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every text a person reads is in the bundles, in each language, and is used. */
class TextsTest {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path BUNDLES = Path.of("src/main/resources/texts");
    private static final Path CODE = Path.of("src/main/java/org/lisolo/server");
    private static final Pattern LITERAL = Pattern.compile("(?<=\")([\\w.-]+)(?=\")");
    private static final Pattern SAID =
            Pattern.compile(
                    "(?:frame\\.t|Notice\\.of|Problem\\.(?:invalid|notFound|forbidden|conflict))"
                            + "\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)(?=[,}])");
    private static final Pattern PLURAL = Pattern.compile("\\{\\d+, *plural,");
    private static final Pattern CASE = Pattern.compile("(=?\\w+) *\\{(?!\\d+[,}])");

    final Texts texts = new Texts();

    TextsTest() throws IOException {}

    @Test
    void areInStepAcrossTheLanguages() throws IOException {
        assertThat(texts.keys(Language.EN))
                .containsExactlyInAnyOrderElementsOf(texts.keys(Language.FR));
        for (Language language : Language.values()) {
            for (String key : texts.keys(language)) {
                assertThat(places(language, key))
                        .as(key + " in " + language.ownName())
                        .isEqualTo(places(Language.FR, key));
            }
        }
    }

    /** A bundle is spoken wholly or not at all, so that no page is half translated. */
    @Test
    void areThereByWholeBundles() throws IOException {
        for (Language language : Language.values()) {
            for (Path bundle : files(BUNDLES, "_" + language.code() + ".properties")) {
                String french = bundle.getFileName().toString().replaceFirst("_..\\.", "_fr.");
                assertThat(keys(bundle))
                        .as(bundle.toString())
                        .isEqualTo(keys(BUNDLES.resolve(french)));
            }
        }
        for (Language language : List.of(Language.LN, Language.SW)) {
            assertThat(bundles(language))
                    .contains("web", "signin", "members", "people", "directory", "rights")
                    .isEqualTo(bundles(Language.LN))
                    .noneMatch(name -> name.endsWith("-work"));
        }
    }

    /** Of two lines with one key, the second would silently win. */
    @Test
    void areToldOnce() throws IOException {
        for (Path bundle : files(BUNDLES, ".properties")) {
            assertThat(Files.readAllLines(bundle))
                    .filteredOn(line -> line.matches("[\\w.-]+ =.*"))
                    .extracting(line -> line.split(" =", 2)[0])
                    .as(bundle.toString())
                    .doesNotHaveDuplicates();
        }
    }

    private static Set<String> bundles(Language language) throws IOException {
        var names = new TreeSet<String>();
        for (Path bundle : files(BUNDLES, "_" + language.code() + ".properties")) {
            names.add(bundle.getFileName().toString().replaceFirst("_..\\..*", ""));
        }
        return names;
    }

    private static Set<String> keys(Path bundle) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    /** “one” and “other”, which each of the languages has, and no other word but a number. */
    @Test
    void sayEveryNumber() {
        for (Language language : Language.values()) {
            for (String key : texts.keys(language)) {
                Matcher plural = PLURAL.matcher(texts.pattern(language, key));
                while (plural.find()) {
                    var cases = new TreeSet<String>();
                    Matcher one = CASE.matcher(texts.pattern(language, key));
                    while (one.find()) {
                        cases.add(one.group(1));
                    }
                    assertThat(cases).as(key + " in " + language).contains("one", "other");
                    assertThat(cases).allMatch(word -> word.matches("one|other|=\\d+"));
                }
            }
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
        assertThat(Texts.typeset("« {0} » ezali?", Language.LN))
                .isEqualTo("«\u00a0{0}\u00a0» ezali?");
        assertThat(texts.say(Language.FR, "web.today.lead", 1)).isEqualTo("Une chose vous attend.");
        assertThat(texts.say(Language.FR, "web.ago.days", 0)).isEqualTo("il y a 0 jour");
        assertThat(texts.say(Language.EN, "web.ago.days", 2)).isEqualTo("2 days ago");
        assertThat(texts.say(Language.LN, "web.ago.days", 1)).isEqualTo("eleki mokolo 1");
        assertThat(texts.say(Language.LN, "web.ago.days", 3)).isEqualTo("eleki mikolo 3");
        assertThat(texts.say(Language.SW, "web.ago.days", 3)).isEqualTo("siku 3 zilizopita");
        assertThat(texts.say(Language.SW, "directory.distance", 12345.5)).endsWith("12.345,5");
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
