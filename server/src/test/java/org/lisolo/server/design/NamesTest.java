package org.lisolo.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A name says what the thing is in its field. */
class NamesTest {
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("Managers?|Helpers?|Utils?|Utility|Impl|DTO|Dto|Common|Base|Abstract");

    private static final List<String> LIBRARIES =
            List.of("start", "screening", "ledger", "surveillance", "cli", "testkit");

    @Test
    void noTypeIsNamedAfterNothing() {
        assertThat(Sources.main())
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filteredOn(NamesTest::saysNothing)
                .isEmpty();
        assertThat(List.of("CaseManager", "UserDto", "AbstractStore", "Utils"))
                .allMatch(NamesTest::saysNothing);
        assertThat(List.of("Database", "Implant", "Communicator"))
                .noneMatch(NamesTest::saysNothing);
    }

    @Test
    void aLibraryKnowsNothingOfTheServerNorOfSpring() {
        List<Path> files =
                Sources.main().stream()
                        .filter(file -> LIBRARIES.contains(Sources.name(file).split("/")[0]))
                        .toList();
        assertThat(files).isNotEmpty();
        assertThat(files)
                .filteredOn(file -> importsTheServer(Sources.read(file)))
                .map(Sources::name)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(Sources.main())
                .map(Path::getParent)
                .filteredOn(folder -> !isNullMarked(folder.resolve("package-info.java")))
                .map(Sources::name)
                .isEmpty();
    }

    @Test
    void storesStayWithinTheirModule() {
        assertThat(Sources.main())
                .filteredOn(file -> file.toString().endsWith("Store.java"))
                .filteredOn(file -> Sources.read(file).contains("public final class " + type(file)))
                .as("a store that is public lies in a subpackage, which other modules can't use")
                .filteredOn(
                        file ->
                                Sources.name(file).split("org/lisolo/server/")[1].split("/").length
                                        == 2)
                .map(Sources::name)
                .isEmpty();
    }

    private static boolean importsTheServer(String text) {
        return Pattern.compile("(?m)^import (static )?org\\.(springframework|lisolo\\.server)\\.")
                .matcher(text)
                .find();
    }

    /** Words begin with a capital: "Database" holds no word "Base". */
    private static boolean saysNothing(String type) {
        return List.of(type.split("(?<=[a-z0-9])(?=[A-Z])")).stream()
                .anyMatch(word -> SAYS_NOTHING.matcher(word).matches());
    }

    private static boolean isNullMarked(Path packageInfo) {
        return Files.exists(packageInfo) && Sources.read(packageInfo).contains("@NullMarked");
    }

    private static String type(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }
}
