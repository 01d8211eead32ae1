package org.lisolo.server.design;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.lisolo.server.message.Carries;
import org.lisolo.server.message.Cleared;
import org.lisolo.server.message.Outgoing;
import org.lisolo.server.message.Parcel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Instant;

/** The names and the walls of the design, held against the compiled classes. */
@AnalyzeClasses(packages = "org.lisolo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule namesSayWhatAThingIs =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameEndingWith("DTO")
                    .orShould()
                    .haveSimpleNameEndingWith("Dto");

    @ArchTest
    static final ArchRule librariesKnowNoFramework =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.lisolo.screening..",
                            "org.lisolo.ledger..",
                            "org.lisolo.surveillance..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "java.sql..", "org.lisolo.server..");

    @ArchTest
    static final ArchRule controllersAreNamedSo =
            classes()
                    .that()
                    .areAnnotatedWith(Controller.class)
                    .or()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .haveSimpleNameEndingWith("Controller")
                    .orShould()
                    // answers what no controller did
                    .haveSimpleName("ErrorPages");

    @ArchTest
    static final ArchRule controllersLeaveTheDatabaseToStores =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("Controller")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.jdbc..", "java.sql..");

    @ArchTest
    static final ArchRule onlyTheGuardFetches =
            noClasses()
                    .that()
                    .resideInAPackage("org.lisolo.server..")
                    .and()
                    .resideOutsideOfPackage("org.lisolo.server.platform.fetch..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "org.apache.hc..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive..",
                            "org.springframework.http.client..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(
                            HttpURLConnection.class,
                            Socket.class,
                            SocketChannel.class,
                            AsynchronousSocketChannel.class)
                    .orShould()
                    .callMethod(URL.class, "openConnection")
                    .orShould()
                    .callMethod(URL.class, "openStream");

    @ArchTest
    static final ArchRule onlyTheGateClears =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.lisolo.server.publishing.gate..")
                    .and()
                    .doNotHaveFullyQualifiedName(Cleared.class.getName())
                    .should()
                    .callMethod(Cleared.class, "byTheGate", Outgoing.class, Instant.class);

    @ArchTest
    static final ArchRule onlyTheOutboxSends =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.lisolo.server.message..", "org.lisolo.server.channels..")
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Carries.class, Parcel.class);

    @ArchTest
    static final ArchRule constructorsInject =
            fields().should().notBeAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule pagesAreMadeAtTheTopOnly =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.lisolo.server.web..",
                            "org.lisolo.server.api..",
                            "org.lisolo.jte..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.lisolo.server.web..");
}
