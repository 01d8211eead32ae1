package org.lisolo.bench;

import static org.lisolo.bench.Figures.say;
import static org.lisolo.bench.Figures.sayMachine;

import org.lisolo.server.people.Accounts;
import org.lisolo.server.people.Colleague;
import org.lisolo.server.people.OrganisationId;
import org.lisolo.server.people.SignedIn;
import org.lisolo.server.web.AccessCheck;

import java.time.ZoneOffset;
import java.util.List;

/**
 * What it costs to ask whether somebody may, beside what a whole page costs, in turns: the look-up
 * in the access table, the question to the database for the roles that hold now, and the page over
 * HTTP as its reader waits for it.
 */
public final class AccessBench {
    private static final List<String> PATHS =
            List.of(
                    "/work",
                    "/work/alerts",
                    "/work/cases/01990000-0000-7000-8000-000000000000",
                    "/work/rules/01990000-0000-7000-8000-000000000000/why/01990000-0000-7000-8000-000000000001",
                    "/work/people/01990000-0000-7000-8000-000000000000",
                    "/nowhere");
    private static final int CHECKS = 60_000;
    private static final int ASKED = 300;
    private static final int PAGES = 100;

    private AccessBench() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        try (BenchServer server = BenchServer.start()) {
            Accounts accounts = server.bean(Accounts.class);
            SignedIn who = someone(accounts, Watch.of(server, 1).organisation());
            sayMachine();
            measure(rounds, accounts, who, new OpenPage(server.port()));
        }
    }

    private static SignedIn someone(Accounts accounts, OrganisationId organisation) {
        Colleague one = accounts.colleagues(organisation).getFirst();
        return new SignedIn(
                one.account(), one.name(), organisation, "Bench", one.roles(), ZoneOffset.UTC);
    }

    private static void measure(int rounds, Accounts accounts, SignedIn who, OpenPage opened)
            throws Exception {
        try (OpenPage page = opened) {
            page.signIn(Watch.EMAIL, Watch.PASSWORD, Watch.CODE);
            say("round   table µs   database µs   page ms   share of the table   of both");
            for (int round = 0; round <= rounds; round++) {
                double table = table(who);
                double database = database(accounts, who);
                double whole = page(page);
                if (round > 0) { // the first warms up
                    say(
                            "%5d   %8.2f   %11.1f   %7.2f   %17.3f%%   %6.2f%%",
                            round,
                            table,
                            database,
                            whole / 1_000,
                            100 * table / whole,
                            100 * (table + database) / whole);
                }
            }
        }
    }

    /** Microseconds a look-up. */
    private static double table(SignedIn who) {
        int open = 0;
        long start = System.nanoTime();
        for (int i = 0; i < CHECKS; i++) {
            open += AccessCheck.mayOpen(PATHS.get(i % PATHS.size()), who) ? 1 : 0;
        }
        double each = (System.nanoTime() - start) / 1_000.0 / CHECKS;
        if (open == 0 || open == CHECKS) {
            throw new IllegalStateException("the table answers the same to everything");
        }
        return each;
    }

    private static double database(Accounts accounts, SignedIn who) {
        long start = System.nanoTime();
        for (int i = 0; i < ASKED; i++) {
            if (accounts.current(who).isEmpty()) {
                throw new IllegalStateException("gone");
            }
        }
        return (System.nanoTime() - start) / 1_000.0 / ASKED;
    }

    private static double page(OpenPage page) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < PAGES; i++) {
            page.read("/work/cases");
        }
        return (System.nanoTime() - start) / 1_000.0 / PAGES;
    }
}
