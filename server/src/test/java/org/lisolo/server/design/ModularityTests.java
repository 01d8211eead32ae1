package org.lisolo.server.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lisolo.server.ServerApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The modules depend on each other as they declare, downward and never in a circle. */
class ModularityTests {
    private static final Path KEPT = Sources.ROOT.resolve("docs/modules");

    private final ApplicationModules modules = ApplicationModules.of(ServerApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    /** {@code -Dlisolo.docs=write} writes them anew. */
    @Test
    void theDiagramsInTheDocsAreUpToDate() throws IOException {
        Path drawn = Path.of("target", "modules");
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder(drawn.toString()))
                .writeModulesAsPlantUml();
        Path diagram = Path.of("components.puml");
        if ("write".equals(System.getProperty("lisolo.docs"))) {
            Files.createDirectories(KEPT);
            Files.writeString(KEPT.resolve(diagram), Files.readString(drawn.resolve(diagram)));
        }
        // the order of modules is the one in which a machine's disk lists them
        assertThat(Files.readAllLines(KEPT.resolve(diagram)))
                .as(
                        "write them anew: mvn -pl server -am test -Dtest=ModularityTests"
                                + " -Dlisolo.docs=write -Dsurefire.failIfNoSpecifiedTests=false")
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(drawn.resolve(diagram)));
    }
}
