package org.lisolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lisolo.testkit.NewHospital;
import org.lisolo.testkit.Program;
import org.lisolo.testkit.RunningServer;
import org.lisolo.testkit.Visitor;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The audit trail of a server that is killed while people work, and that erases a person: what was
 * answered is in it, and the log verifies.
 */
class TrailSurvivalIT {
    private static final int BEFORE_THE_KILL = 150;

    @TempDir Path data;

    /** Those whose answer arrived: a look that was refused, and a change. */
    private final Set<String> answered = new TreeSet<>();

    @Test
    void whatWasAnsweredIsInTheTrailAfterAKill() throws Exception {
        try (RunningServer server = RunningServer.start(data)) {
            Visitor admin = NewHospital.on(server).admin();
            admin.get("/account/devices");
            Thread working = Thread.ofPlatform().start(() -> workUntilItFails(admin));
            while (working.isAlive() && size() < BEFORE_THE_KILL) {
                Thread.sleep(5);
            }
            server.kill();
            working.join();
            assertThat(answered).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);
            server.startAgain();
            assertThat(things()).as("what was answered").containsAll(answered);
            verifies();
        }
    }

    private synchronized int size() {
        return answered.size();
    }

    private synchronized void note(String thing) {
        answered.add(thing);
    }

    private void workUntilItFails(Visitor admin) {
        try {
            while (true) {
                String looked = UUID.randomUUID().toString();
                if (admin.get("/work/cases/" + looked).status() == 404) {
                    note("cases:" + looked);
                }
                String ended = UUID.randomUUID().toString();
                if (admin.post("/account/devices/" + ended + "/end").status() == 302) {
                    note("devices:" + ended);
                }
            }
        } catch (UncheckedIOException _) {
            // killed
        }
    }

    @Test
    void theLogVerifiesAfterAPersonWasErased() throws Exception {
        try (RunningServer server = RunningServer.start(data)) {
            Visitor admin = NewHospital.on(server).admin();
            Visitor aimee = invite(admin, server);
            aimee.get("/work/cases");
            aimee.get("/account/data");
            String hospital =
                    found("<option value=\"([0-9a-f-]{36})\"", aimee.get("/account/data"));
            assertThat(
                            aimee.post(
                                            "/account/data",
                                            "kind",
                                            "erasure",
                                            "organisation",
                                            hospital,
                                            "words",
                                            "")
                                    .status())
                    .isEqualTo(302);
            String person = found("/work/people/([0-9a-f-]{36})\"", people(admin, "Aimée"));
            admin.get("/work/people/" + person + "/end");
            admin.post("/work/people/" + person + "/end");
            becomeTheOfficer(admin);
            String request = found("(/work/requests/[0-9a-f-]{36})", admin.get("/work/requests"));
            admin.get(request);
            Visitor.Page erased =
                    admin.post(request, "decision", "granted", "answer", "C'est fait.");
            assertThat(erased.status()).as(erased.text()).isEqualTo(302);
            assertThat(
                            one(
                                    """
                                    select count(*) from evidence.audit
                                    where actor = '%1$s' and details is not null
                                       or actor is null and 'people:%1$s' = any(things)
                                          and details is not null
                                    """
                                            .formatted(person)))
                    .isEqualTo("0");
            assertThat(one("select count(*) from evidence.audit where details_erased is not null"))
                    .isNotEqualTo("0");
            verifies();
        }
    }

    /** Somebody new, signed in. */
    private static Visitor invite(Visitor admin, RunningServer server) {
        admin.get("/work/people/invite");
        Visitor.Page shown =
                admin.follow(
                        admin.post(
                                "/work/people/invite",
                                "name",
                                "Lukusa Aimée",
                                "email",
                                "aimee@fleuve.example",
                                "roles",
                                "READER"));
        String link = found("/welcome\\?link=([\\w-]+)", shown);
        Visitor aimee = Visitor.at(server.port());
        aimee.get("/welcome?link=" + link);
        Visitor.Page welcomed =
                aimee.post(
                        "/welcome",
                        "link",
                        link,
                        "name",
                        "Lukusa Aimée",
                        "email",
                        "aimee@fleuve.example",
                        "password",
                        "pirogue manioc fleuve");
        assertThat(welcomed.status()).as(welcomed.text()).isEqualTo(302);
        aimee.setUpSecondFactor();
        return aimee;
    }

    private static Visitor.Page people(Visitor admin, String name) {
        Visitor.Page page = admin.get("/work/people");
        int at = page.body().lastIndexOf(name);
        assertThat(at).isPositive();
        String around = page.body().substring(Math.max(0, at - 300), at + 10);
        return new Visitor.Page(
                page.status(),
                around.substring(Math.max(0, around.lastIndexOf("/work/people/"))),
                page.headers());
    }

    private static void becomeTheOfficer(Visitor admin) {
        String self = found("/work/people/([0-9a-f-]{36})\"", people(admin, "Joséphine"));
        admin.get("/work/people/" + self);
        Visitor.Page changed =
                admin.post("/work/people/" + self, "roles", "ADMIN", "roles", "COMPLIANCE");
        assertThat(changed.status()).as(changed.text()).isEqualTo(302);
    }

    private static String found(String pattern, Visitor.Page page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertThat(matcher.find()).as(pattern + " in " + page.text()).isTrue();
        return matcher.group(1);
    }

    private void verifies() throws Exception {
        Program verified =
                Program.run(
                        Map.of(),
                        List.of(
                                Program.java(),
                                "-jar",
                                Path.of("target", "lisolo.jar").toAbsolutePath().toString(),
                                "ledger",
                                "verify",
                                "--database",
                                RunningServer.databaseUrl(data)));
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private Set<String> things() throws Exception {
        Set<String> things = new HashSet<>();
        try (var connection = DriverManager.getConnection(RunningServer.databaseUrl(data));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select unnest(things) from evidence.audit")) {
            while (rows.next()) {
                things.add(rows.getString(1));
            }
        }
        return things;
    }

    private String one(String query) throws SQLException, java.io.IOException {
        try (var connection = DriverManager.getConnection(RunningServer.databaseUrl(data));
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
